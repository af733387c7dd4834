package org.zoneregistry.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A connection of an unusual client: it has little room for answers, and reads only on request. HTTP/1.1, or HTTP/2
 * with prior knowledge (RFC 9113), depending on the first bytes that it sends.
 */
final class BadClient implements AutoCloseable {

    private static final int ROOM = 2_048;
    private static final int HEADERS = 0x1;
    private static final int SETTINGS = 0x4;
    private static final int END_OF_STREAM_AND_HEADERS = 0x5;
    private static final byte INITIAL_WINDOW_SIZE = 0x4;

    private final Socket socket = new Socket();
    private final URI uri;
    private int lastStream = -1;

    BadClient(PackagedRegistry registry) throws IOException {
        uri = registry.uri("/");
        socket.setReceiveBufferSize(ROOM);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 20_000);
    }

    /** Sends a request, and doesn't wait for the answer. */
    BadClient ask(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n");
    }

    BadClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    private BadClient send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Begins HTTP/2, with windows of size 0 on all streams. */
    BadClient beginClosedWindows() throws IOException {
        send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        return send(frame(SETTINGS, 0, 0, new byte[] {0, INITIAL_WINDOW_SIZE, 0, 0, 0, 0}));
    }

    /** Sends a request on another stream. */
    BadClient askOnAStream(String path) throws IOException {
        lastStream += 2;
        var headers = new ByteArrayOutputStream(); // RFC 7541: two indexed, two literals without indexing
        headers.write(0x82); // :method: GET
        headers.write(0x86); // :scheme: http
        literal(headers, 4, path);
        literal(headers, 1, uri.getAuthority());
        return send(frame(HEADERS, END_OF_STREAM_AND_HEADERS, lastStream, headers.toByteArray()));
    }

    private static void literal(ByteArrayOutputStream headers, int name, String value) {
        headers.write(name);
        headers.write(value.length());
        headers.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** Reads that many bytes. */
    BadClient read(int bytes) throws IOException {
        int read = socket.getInputStream().readNBytes(bytes).length;
        if (read < bytes) {
            throw new IOException("It ended after " + read + " bytes.");
        }
        return this;
    }

    /** Whether the server closes the connection in time; bytes before that are read. */
    boolean isCutWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        long end = System.nanoTime() + millis * 1_000_000L;
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[ROOM];
            while (in.read(some) >= 0) {
                if (System.nanoTime() > end) {
                    return false;
                }
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Closes at once, like a killed process. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
