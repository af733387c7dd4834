package org.zoneregistry.imports.body;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.body.StrictJson;
import org.zoneregistry.platform.http.problem.Problem;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/**
 * How a file is written.
 *
 * @param mediaType {@value #CSV} or {@value #NDJSON}
 * @param gzipped whether it is compressed
 */
public record FileForm(String mediaType, boolean gzipped) {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    private static final int BUFFER = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * What the headers of a request say.
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
                                "Send the file as it is, or with Content-Encoding: gzip.")
                        .withHeader("Accept-Encoding", "gzip")
                        .exception();
        };
    }

    /**
     * Begins to read a file of this form.
     *
     * @throws MalformedFileException where it can't be read at all
     * @throws ProblemException {@code validation} where its columns are not those of entries
     */
    public Lines open(InputStream body, StrictJson json) throws IOException {
        InputStream text = unmarked(gzipped ? unzipped(body) : body);
        return mediaType.equals(CSV) ? new CsvLines(text) : new JsonLines(text, json);
    }

    private static InputStream unzipped(InputStream body) throws IOException {
        try {
            return new Gunzip(new GZIPInputStream(body, BUFFER));
        } catch (ZipException | EOFException broken) {
            throw new MalformedFileException("The file is not valid gzip.", 1);
        }
    }

    /** Without a byte order mark at the beginning. */
    private static InputStream unmarked(InputStream text) throws IOException {
        var stream = new PushbackInputStream(text, BYTE_ORDER_MARK.length);
        byte[] first;
        try {
            first = stream.readNBytes(BYTE_ORDER_MARK.length);
        } catch (ZipException broken) {
            throw new MalformedFileException("The file is not valid gzip.", 1);
        }
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            stream.unread(first);
        }
        return stream;
    }

    /** Tells an end in the middle of the compressed data from a connection that was lost. */
    private static final class Gunzip extends FilterInputStream {

        Gunzip(GZIPInputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (EOFException early) {
                throw truncated(early);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (EOFException early) {
                throw truncated(early);
            }
        }

        private static ZipException truncated(EOFException early) {
            var truncated = new ZipException("it ends too early");
            truncated.initCause(early);
            return truncated;
        }
    }
}
