package org.zoneregistry.audit.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The subject of a bundle, and the hashes of its files: the text of a signed note. Its second line is not a number, so
 * its signature can never be that of a checkpoint.
 *
 * @param zone the code of the zone
 * @param validAt the day in the world
 * @param knownAt the prefix of the log
 * @param sha256 by the file's name, in lower-case hexadecimal digits
 */
public record Manifest(String zone, LocalDate validAt, long knownAt, SequencedMap<String, String> sha256) {

    private static final String TITLE = "zone registry evidence 1";
    private static final String ZONE = "zone ";
    private static final String VALID_AT = "validAt ";
    private static final String KNOWN_AT = "knownAt ";
    private static final int HEAD = 4;
    private static final int HEX_DIGITS = 64;

    public Manifest {
        sha256 = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sha256));
    }

    /** The manifest of the files. */
    public static Manifest of(String zone, LocalDate validAt, long knownAt, Map<String, byte[]> files) {
        var hashes = new LinkedHashMap<String, String>();
        EvidenceFiles.HASHED.forEach(name -> hashes.put(name, sha256(files.getOrDefault(name, new byte[0]))));
        return new Manifest(zone, validAt, knownAt, hashes);
    }

    /**
     * Reads the text of a note.
     *
     * @throws IllegalArgumentException if it isn't the {@link #text} of a manifest
     */
    public static Manifest parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < HEAD || !lines[0].equals(TITLE)) {
            throw new IllegalArgumentException("must begin with " + TITLE);
        }
        try {
            var hashes = new LinkedHashMap<String, String>();
            for (int i = HEAD; i < lines.length - 1; i++) {
                String[] words = lines[i].split("  ", 2);
                if (words.length != 2 || words[0].length() != HEX_DIGITS) {
                    throw new IllegalArgumentException("has a line that is no hash of a file: " + lines[i]);
                }
                hashes.put(words[1], words[0]);
            }
            var manifest = new Manifest(
                    value(lines[1], ZONE),
                    LocalDate.parse(value(lines[2], VALID_AT)),
                    Long.parseLong(value(lines[3], KNOWN_AT)),
                    hashes);
            if (!manifest.text().equals(text)) {
                throw new IllegalArgumentException("is not written in the one way");
            }
            return manifest;
        } catch (DateTimeException | NumberFormatException broken) {
            throw new IllegalArgumentException("has a validAt or a knownAt that is none", broken);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("must have a line with " + name.strip());
        }
        return line.substring(name.length());
    }

    /** The signed text; from the fifth line on in the format of {@code sha256sum}. */
    public String text() {
        var text = new StringBuilder(
                TITLE + "\n" + ZONE + zone + "\n" + VALID_AT + validAt + "\n" + KNOWN_AT + knownAt + "\n");
        sha256.forEach(
                (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString();
    }

    /** The hash of a file. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }
}
