package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.body.StrictJson;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/**
 * The format of a file.
 *
 * @param mediaType {@value #CSV} or {@value #NDJSON}
 * @param gzipped whether it is compressed
 */
public record FileForm(String mediaType, boolean gzipped) {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** First bytes of files that are often sent as text by mistake, in hexadecimal, and what the client should do. */
    private static final Map<String, String> OTHERS = Map.of(
            "1f8b", "The file is compressed with gzip. Send it with Content-Encoding: gzip.",
            "28b52ffd", "The file is compressed with zstd, which is not read here. Send it as it is, or with gzip.",
            "504b0304", "The file is a ZIP archive or a workbook. Send the text in it, or its sheet as CSV.",
            "fffe", "The file is in UTF-16. Send it in UTF-8.",
            "feff", "The file is in UTF-16. Send it in UTF-8.");

    private static final int LONGEST_SIGN = 4;

    /**
     * The format from the headers of a request.
     *
     * @throws ProblemException {@code unsupported-media-type}
     */
    public static FileForm of(@Nullable String contentType, @Nullable String contentEncoding) {
        String given = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        List<String> parts = List.of(given.replace(" ", "").split(";", -1));
        String mediaType = parts.getFirst();
        boolean isUtf8 = parts.stream()
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> part.replace("\"", "").equals("charset=utf-8"));
        if (!isUtf8 || !(mediaType.equals(CSV) || mediaType.equals(NDJSON))) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send the file in UTF-8 with Content-Type: " + CSV + " or " + NDJSON + ".");
        }
        return switch (contentEncoding == null ? "identity" : contentEncoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> new FileForm(mediaType, false);
            case "gzip", "x-gzip" -> new FileForm(mediaType, true);
            default ->
                throw Problem.of(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "Send the file as it is, or with Content-Encoding: gzip. No other encoding is read,"
                                        + " zstd and br included, and no more than one.")
                        .withHeader("Accept-Encoding", "gzip")
                        .exception();
        };
    }

    /** The file without compression. Reading it fails with {@code ZipException} if the compressed data are damaged. */
    public InputStream unpacked(InputStream body) {
        return gzipped ? new Gunzip(body) : body;
    }

    /**
     * Begins to read a file of this format.
     *
     * @param unpacked the file without compression
     * @throws MalformedFileException if it can't be read at all
     * @throws ProblemException {@code validation} if a column is missing, unknown or repeated
     */
    public Lines open(InputStream unpacked, StrictJson json) throws IOException {
        InputStream text;
        try {
            text = text(unpacked);
        } catch (IOException unreadable) {
            throw MalformedFileException.of(unreadable, 1);
        }
        return mediaType.equals(CSV) ? new CsvLines(text) : new JsonLines(text, json);
    }

    /** Skips a byte order mark. Refuses a file that begins like one of {@link #OTHERS}. */
    private static InputStream text(InputStream unpacked) throws IOException {
        var stream = new PushbackInputStream(unpacked, LONGEST_SIGN);
        byte[] first = stream.readNBytes(LONGEST_SIGN);
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (begins(first, HexFormat.of().parseHex(other.getKey()))) {
                throw new MalformedFileException(other.getValue(), 1);
            }
        }
        int mark = begins(first, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        stream.unread(first, mark, first.length - mark);
        return stream;
    }

    private static boolean begins(byte[] file, byte[] sign) {
        return file.length >= sign.length && Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
    }
}
