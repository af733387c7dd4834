package org.zoneregistry.audit.offline;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.offline.LogLines.Line;
import org.zoneregistry.audit.offline.TrustedKeys.Signed;
import org.zoneregistry.log.UnreadableEventException;

/**
 * Computes the tree of an exported log and compares it with signed checkpoints. It reads the log once. It keeps one
 * line and the roots of the tree's full subtrees in memory.
 */
final class LogVerification {

    private static final String EXPORT = "GET /v1/audit/export";

    private final Signed checkpoint;
    private final Queue<Signed> ahead;
    private final List<Signed> grown = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final GrowingTree tree = new GrowingTree();
    private long sound;
    private String last = "";

    /** Receives the events that the checkpoint covers. */
    interface Reader {
        /**
         * Receives an event.
         *
         * @throws IllegalArgumentException if it can't be read
         */
        void read(EventHead head, byte[] event);
    }

    /**
     * A verification.
     *
     * @param checkpoint the checkpoint to compare with
     * @param earlier checkpoints that the log must extend
     */
    LogVerification(Signed checkpoint, List<Signed> earlier) {
        this.checkpoint = checkpoint;
        this.ahead = new ArrayDeque<>(earlier.stream()
                .sorted(Comparator.comparingLong(signed -> signed.checkpoint().size()))
                .toList());
        ahead.removeIf(this::isLater);
        ahead.add(checkpoint);
    }

    private boolean isLater(Signed signed) {
        boolean later = signed.checkpoint().size() > checkpoint.checkpoint().size();
        if (later) {
            failures.add(Failure.of(
                    signed.file(),
                    "It is a checkpoint of " + signed.checkpoint().size()
                            + " events, which is not earlier than that of "
                            + checkpoint.checkpoint().size() + " in " + checkpoint.file() + ".",
                    "Give the latest of your checkpoints as --checkpoint and the others as --earlier."));
        }
        return later;
    }

    /** Reads the log and compares. */
    LogReport verify(LogLines lines, Reader reader) throws IOException {
        long events = 0;
        try {
            compare();
            for (Line line = lines.next(); line != null; line = lines.next()) {
                read(line, ++events, reader);
                compare();
            }
            end(events);
        } catch (NotProvedException broken) {
            failures.add(broken.failure());
        }
        return new LogReport(
                events, failures.isEmpty() ? checkpoint.checkpoint().size() : 0, grown, failures);
    }

    private void read(Line line, long position, Reader reader) throws NotProvedException {
        EventHead head;
        try {
            head = EventHead.of(line.bytes());
        } catch (IllegalArgumentException noEvent) {
            throw broken(line, position, "The line " + noEvent.getMessage() + ".");
        }
        if (!line.isEnded()) {
            throw broken(line, position, "The file ends within a line: it was not fetched to its end.");
        }
        if (head.position() != position) {
            throw broken(
                    line,
                    position,
                    head.position() > position
                            ? "Position " + position + " is missing: position " + head.position()
                                    + " stands in its place."
                            : "Position " + head.position() + " stands where " + position + " belongs.");
        }
        if (head.recordedAt().compareTo(last) <= 0) {
            throw broken(
                    line, position, "It was recorded at " + head.recordedAt() + ", which is not after " + last + ".");
        }
        last = head.recordedAt();
        tree.add(Hash.ofLeaf(line.bytes()), (node, hash) -> {});
        if (position <= checkpoint.checkpoint().size()) {
            try {
                reader.read(head, line.bytes());
            } catch (IllegalArgumentException | DateTimeException | UnreadableEventException unreadable) {
                throw broken(line, position, "This version can't read the event: " + unreadable.getMessage() + ".");
            }
        }
    }

    private static NotProvedException broken(Line line, long position, String what) {
        return new NotProvedException(new Failure(
                line.where(), position, what, "Fetch the export again with " + EXPORT + ", and keep it unchanged."));
    }

    /** Compares the roots when the tree has the size of a checkpoint. */
    private void compare() throws NotProvedException {
        while (!ahead.isEmpty() && ahead.element().checkpoint().size() == tree.size()) {
            Signed signed = ahead.remove();
            Hash root = tree.root();
            if (!root.equals(signed.checkpoint().root())) {
                throw new NotProvedException(new Failure(
                        signed.file(),
                        sound + 1,
                        "The export is not the log that the checkpoint commits to: something in the positions "
                                + (sound + 1) + " to " + tree.size() + " differs. Their root is " + root
                                + ", the checkpoint's "
                                + signed.checkpoint().root() + ".",
                        "Fetch the export again and compare. If the server's own export differs too, the log was"
                                + " changed: keep the checkpoint, it is the proof. Earlier checkpoints"
                                + " (--earlier) narrow it down."));
            }
            sound = tree.size();
            if (!ahead.isEmpty()) {
                grown.add(signed);
            }
        }
    }

    private void end(long events) throws NotProvedException {
        long size = checkpoint.checkpoint().size();
        if (events < size) {
            throw new NotProvedException(new Failure(
                    checkpoint.file(),
                    events + 1,
                    "The checkpoint is of " + size + " events; the export has " + events + ". The positions "
                            + (events + 1) + " to " + size + " are missing.",
                    "Fetch them with " + EXPORT + "?from=" + (events + 1) + "&to=" + size
                            + " and give the file as another --log."));
        }
    }
}
