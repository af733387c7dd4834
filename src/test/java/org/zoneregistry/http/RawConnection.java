package org.zoneregistry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that allocates little: one connection, one request after the other. */
final class RawConnection implements AutoCloseable {

    private static final int MOST = 1 << 20;
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

    private final Socket socket;
    private final DataInputStream answers;
    private final byte[] buffer = new byte[MOST];

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1);
    }

    static byte[] post(String path, String json) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json)
                .getBytes(ISO_8859_1);
    }

    /** Sends a request, and returns the head of its answer after the body was read. */
    String exchange(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            int length = 0;
            while (length < 4 || !isEnd(length)) {
                buffer[length++] = answers.readByte();
            }
            String head = new String(buffer, 0, length, ISO_8859_1);
            Matcher body = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
            if (body.find()) {
                answers.readFully(buffer, 0, Integer.parseInt(body.group(1)));
            }
            return head;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isEnd(int length) {
        return buffer[length - 4] == '\r' && buffer[length - 3] == '\n' && buffer[length - 1] == '\n';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
