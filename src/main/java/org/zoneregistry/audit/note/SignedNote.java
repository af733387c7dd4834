package org.zoneregistry.audit.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with its signatures.
 *
 * @param text ends with a line feed, and has no other control characters
 * @param signatures one for each key
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    /** A signature of a note; not verified. */
    public record NoteSignature(KeyName key, List<Byte> bytes) {

        public NoteSignature {
            bytes = List.copyOf(bytes);
        }

        static NoteSignature of(KeyName key, byte[] bytes) {
            List<Byte> list = new ArrayList<>(bytes.length);
            for (byte each : bytes) {
                list.add(each);
            }
            return new NoteSignature(key, list);
        }

        byte[] toByteArray() {
            byte[] array = new byte[bytes.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.get(i);
            }
            return array;
        }
    }

    /** @throws IllegalArgumentException if a note can't have the text */
    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException(
                    "The text of a note ends with a line feed and has no other control characters.");
        }
        signatures = List.copyOf(signatures);
    }

    /** Signs the text. */
    public static SignedNote of(String text, List<SignerKey> signers) {
        return new SignedNote(
                text,
                signers.stream()
                        .map(signer -> NoteSignature.of(signer.verifier().name(), signer.sign(text)))
                        .toList());
    }

    /**
     * Reads a note. Verify its signatures with {@link #isSignedBy}.
     *
     * @throws IllegalArgumentException if it isn't one
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("must be a text, an empty line, and lines of signatures");
        }
        String[] lines = note.substring(end + 2).split("\n", -1);
        if (lines.length < 2 || lines.length > MOST_SIGNATURES + 1) {
            throw new IllegalArgumentException("must have from 1 to " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(
                note.substring(0, end + 1),
                Arrays.stream(lines)
                        .limit(lines.length - 1L)
                        .map(SignedNote::signature)
                        .toList());
    }

    private static NoteSignature signature(String line) {
        String[] words = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        byte[] bytes = words.length == 2 ? Base64.getDecoder().decode(words[1]) : new byte[0];
        if (bytes.length <= KeyName.ID_BYTES) {
            throw new IllegalArgumentException("has a line that is no signature: " + line);
        }
        String id = HexFormat.of().formatHex(bytes, 0, KeyName.ID_BYTES);
        return NoteSignature.of(new KeyName(words[0], id), Arrays.copyOfRange(bytes, KeyName.ID_BYTES, bytes.length));
    }

    /** Whether it has signatures of the key, and all of them are valid. */
    public boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> own = signatures.stream()
                .filter(signature -> signature.key().equals(key.name()))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature.toByteArray()));
    }

    /** The written form. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            byte[] id = signature.key().idBytes();
            byte[] signed = signature.toByteArray();
            byte[] bytes = Arrays.copyOf(id, id.length + signed.length);
            System.arraycopy(signed, 0, bytes, id.length, signed.length);
            note.append(DASH)
                    .append(signature.key().name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append('\n');
        }
        return note.toString();
    }
}
