package org.zoneregistry.packaged;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A strict HTTP/1.1 client that can send anything: one connection, kept as long as the server keeps it. Not
 * thread-safe.
 */
final class FuzzConnection implements AutoCloseable {

    /** The longest time of an answer: reads wait for a projection at most 5 s. */
    static final int LONGEST_MILLIS = 15_000;

    private static final int FEED_BYTES = 2_000;

    private final URI server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    FuzzConnection(URI server) {
        this.server = server;
    }

    /** Sends and reads; throws if no well-formed answer comes in time. */
    FuzzAnswer exchange(FuzzRequest request) throws IOException {
        boolean isNew = socket == null;
        try {
            return once(request);
        } catch (SocketException | EOFException gone) {
            close();
            if (isNew) {
                throw gone;
            }
            return once(request); // the server may have closed the kept connection
        }
    }

    private FuzzAnswer once(FuzzRequest request) throws IOException {
        Socket to = connected();
        try {
            to.getOutputStream().write(request.bytes());
            to.getOutputStream().flush();
        } catch (SocketException refused) {
            // the answer may have arrived already
        }
        FuzzAnswer answer = answer(request);
        if (!answer.isWhole()
                || answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return answer;
    }

    private Socket connected() throws IOException {
        Socket kept = socket;
        if (kept != null) {
            return kept;
        }
        Socket fresh = new Socket(server.getHost(), server.getPort());
        fresh.setSoTimeout(LONGEST_MILLIS);
        fresh.setTcpNoDelay(true);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream());
        return fresh;
    }

    private FuzzAnswer answer(FuzzRequest request) throws IOException {
        String status = line();
        if (!status.matches("HTTP/1\\.1 [1-5][0-9]{2}( [\\x20-\\x7E]*)?")) {
            throw new IOException("A status line is " + status);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            if (colon <= 0) {
                throw new IOException("A header field is " + field);
            }
            headers.add(Map.entry(
                    field.substring(0, colon), field.substring(colon + 1).strip()));
        }
        int code = Integer.parseInt(status.substring(9, 12));
        if (code == 100) {
            return answer(request);
        }
        var answer = new FuzzAnswer(code, status, headers, new byte[0], true);
        if (request.method().equals("HEAD") || code == 204 || code == 304) {
            return answer;
        }
        var body = new ByteArrayOutputStream();
        boolean isWhole = answer.mediaType().equals("text/event-stream") ? partOfFeed(body) : whole(answer, body);
        boolean isPacked =
                answer.header("Content-Encoding").filter("gzip"::equals).isPresent();
        byte[] bytes = isPacked ? unpacked(body.toByteArray()) : body.toByteArray();
        return new FuzzAnswer(code, status, headers, bytes, isWhole);
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (var file = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return file.readAllBytes();
        }
    }

    private boolean whole(FuzzAnswer answer, ByteArrayOutputStream body) throws IOException {
        if (answer.header("Transfer-Encoding").filter("chunked"::equals).isPresent()) {
            while (chunk(body)) {
                // the next
            }
            return true;
        }
        int length = answer.header("Content-Length").map(Integer::valueOf).orElse(-1);
        if (length < 0) {
            throw new IOException("The body has no end: " + answer.statusLine() + " " + answer.headers());
        }
        body.write(exactly(length));
        return true;
    }

    private boolean partOfFeed(ByteArrayOutputStream body) throws IOException {
        while (body.size() < FEED_BYTES && from().available() > 0 && chunk(body)) {
            // what is there
        }
        return false;
    }

    private boolean chunk(ByteArrayOutputStream body) throws IOException {
        int size = Integer.parseInt(line(), 16);
        body.write(exactly(size));
        if (!line().isEmpty()) {
            throw new IOException("A chunk is longer than it says");
        }
        return size > 0;
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = from().readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("The body ended after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    private InputStream from() throws IOException {
        InputStream now = in;
        if (now == null) {
            throw new EOFException();
        }
        return now;
    }

    private String line() throws IOException {
        var text = new ByteArrayOutputStream();
        for (int b = from().read(); b != '\n'; b = from().read()) {
            if (b < 0) {
                throw new EOFException("The connection ended after: " + text.toString(StandardCharsets.ISO_8859_1));
            }
            text.write(b);
        }
        String line = text.toString(StandardCharsets.ISO_8859_1);
        if (!line.endsWith("\r")) {
            throw new IOException("A line of the head has a bare line feed: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() {
        Socket kept = socket;
        socket = null;
        in = null;
        try {
            if (kept != null) {
                kept.close();
            }
        } catch (IOException gone) {
            // it is closed
        }
    }
}
