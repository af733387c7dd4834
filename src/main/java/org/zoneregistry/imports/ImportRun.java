package org.zoneregistry.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.imports.batch.EntryBatchSlice;
import org.zoneregistry.imports.batch.LineVerdict;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.Line;
import org.zoneregistry.imports.body.Lines;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.imports.job.Kept;
import org.zoneregistry.imports.job.Refusal;
import org.zoneregistry.imports.job.Tally;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.trade.event.TradeEntry;

/**
 * Imports one file. While one batch is appended, the next one is decided, and the one after that is read. The reader
 * waits while more batches are running; then the client has to wait, too.
 */
final class ImportRun {

    /** How many lines a batch has. */
    static final int BATCH = 1_000;

    /** How many characters a batch has at most, so that long lines don't fill the memory. */
    static final int BATCH_CHARACTERS = 1 << 20;

    /** How many batches run at once, besides the one that is being read. */
    static final int BATCHES = 3;

    private final JobRun run;
    private final Origin origin;
    private final PermittedLines permitted;
    private final EntryBatchSlice entries;
    private final ImportJobs jobs;
    private final BodyPipe body;
    private final ImportMeters meters;
    private final Semaphore room = new Semaphore(BATCHES);

    private final Kept kept = new Kept();

    // used by the reader only
    private final List<Line> batch = new ArrayList<>(BATCH);
    private int characters;
    private CompletableFuture<List<LineVerdict>> settled = CompletableFuture.completedFuture(List.of());
    private CompletableFuture<Tally> stored = CompletableFuture.completedFuture(Tally.NONE);

    private volatile Tally tally = Tally.NONE;
    private volatile @Nullable Lines reading;

    ImportRun(
            JobRun run,
            Origin origin,
            PermittedLines permitted,
            EntryBatchSlice entries,
            ImportJobs jobs,
            BodyPipe body,
            ImportMeters meters) {
        this.run = run;
        this.origin = origin;
        this.permitted = permitted;
        this.entries = entries;
        this.jobs = jobs;
        this.body = body;
        this.meters = meters;
    }

    UUID id() {
        return run.job();
    }

    /** The progress of the run. */
    Tally tally() {
        Lines lines = reading;
        return tally.after(body.received(), lines == null ? 0 : lines.blank());
    }

    /**
     * Reads lines to the end, and decides on them. Blocks: call it on a virtual thread. If the client has gone, or the
     * run is stopped, it ends after the current batch.
     *
     * @throws IOException if reading ends early; the lines that were read before are decided
     */
    void read(Lines lines) throws IOException {
        reading = lines;
        try {
            for (Line line = lines.next(); line != null && !stored.isCompletedExceptionally(); line = lines.next()) {
                batch.add(line);
                characters += line.fields().stream().mapToInt(String::length).sum();
                if (batch.size() == BATCH || characters >= BATCH_CHARACTERS) {
                    decide();
                    body.throwIfOver();
                }
            }
        } finally {
            decide();
        }
    }

    /**
     * Decides on the lines read so far, because the client sends nothing at the moment. Called on the reader's thread.
     */
    void idle() {
        if (room.availablePermits() == BATCHES) {
            decide();
        }
    }

    /** Completes when all lines that were read are decided and durable; fails if that is impossible. */
    CompletableFuture<Tally> decided() {
        return stored;
    }

    private void decide() {
        if (batch.isEmpty()) {
            return;
        }
        room.acquireUninterruptibly();
        List<Line> lines = List.copyOf(batch);
        batch.clear();
        characters = 0;
        CompletableFuture<Drafted> drafted = permitted
                .of(lines)
                .thenCompose(
                        held -> entries.draft(readable(held), origin).thenApply(draft -> new Drafted(held, draft)));
        settled = settled.thenCombine(drafted, (before, batched) -> batched.draft())
                .thenCompose(entries::settle);
        stored = stored.thenCombine(settled, (before, verdicts) -> verdicts)
                .thenCompose(verdicts -> drafted.thenCompose(batched -> store(batched.lines(), verdicts)))
                .whenComplete((done, failure) -> room.release());
    }

    private record Drafted(List<Line> lines, EntryBatchSlice.Draft draft) {}

    private static List<TradeEntry> readable(List<Line> lines) {
        List<TradeEntry> readable = new ArrayList<>(lines.size());
        for (Line line : lines) {
            if (line instanceof Line.WithEntry(var _, var _, TradeEntry entry)) {
                readable.add(entry);
            }
        }
        return readable;
    }

    private CompletableFuture<Tally> store(List<Line> lines, List<LineVerdict> verdicts) {
        List<Refusal> refusals = new ArrayList<>();
        Iterator<LineVerdict> next = verdicts.iterator();
        Tally now = tally;
        long recorded = now.recorded();
        long alreadyThere = now.alreadyThere();
        long position = now.position();
        for (Line line : lines) {
            switch (line) {
                case Line.WithoutEntry(var _, var _, Rejection why) -> refusals.add(refusal(line, why));
                case Line.WithEntry _ -> {
                    switch (next.next()) {
                        case LineVerdict.Recorded(long at) -> {
                            recorded++;
                            position = at;
                        }
                        case LineVerdict.AlreadyThere _ -> alreadyThere++;
                        case LineVerdict.Refused(Rejection why) -> refusals.add(refusal(line, why));
                    }
                }
            }
        }
        meters.decided(recorded - now.recorded(), alreadyThere - now.alreadyThere(), refusals.size());
        List<Refusal> keep = kept.add(refusals);
        Tally then = new Tally(
                0, 0, recorded, alreadyThere, now.refused() + refusals.size(), kept.notKept(), kept.byCode(), position);
        tally = then;
        return keep.isEmpty()
                ? CompletableFuture.completedFuture(then)
                : jobs.refuse(run, keep).thenApply(done -> then).toCompletableFuture();
    }

    private static Refusal refusal(Line line, Rejection why) {
        return new Refusal(line.number(), why.code(), why.detail(), line.fields());
    }
}
