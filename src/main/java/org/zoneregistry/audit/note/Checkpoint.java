package org.zoneregistry.audit.note;

import java.util.Base64;
import java.util.List;
import org.zoneregistry.audit.merkle.Hash;

/**
 * The content of a checkpoint: the first {@code size} events of the log are the leaves of the tree with this root.
 *
 * @param origin which log: the name of its key
 * @param size how many events; 0 or more
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    /** @throws IllegalArgumentException if it can't be written */
    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("A checkpoint has an origin of one line, and a size of 0 or more.");
        }
    }

    /**
     * Reads a note's text. Lines after the third are extensions, which are ignored.
     *
     * @throws IllegalArgumentException if it is not a checkpoint in canonical form
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= LINES) {
            throw new IllegalArgumentException("must have lines with an origin, a size and a root");
        }
        long size;
        try {
            size = Long.parseLong(lines[1]);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("has a size that is no number: " + lines[1], none);
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        if (root.length != Hash.BYTES) {
            throw new IllegalArgumentException("has a root of " + root.length + " bytes");
        }
        var checkpoint = new Checkpoint(lines[0], size, Hash.read(root, 0));
        if (!text.startsWith(checkpoint.text())) {
            throw new IllegalArgumentException("must be written " + checkpoint.text());
        }
        return checkpoint;
    }

    /** The text to sign. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.toByteArray()) + "\n";
    }

    /** Signs it. */
    public SignedNote sign(List<SignerKey> signers) {
        return SignedNote.of(text(), signers);
    }
}
