package org.zoneregistry.packaged;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A relay to a PostgreSQL server. It can be interrupted, can lose all data silently, and can translate the server's
 * errors.
 */
final class Relay implements AutoCloseable {

    /** The texts with {@code lc_messages} set to {@code zh_CN}; the build does not include its catalogues. */
    private static final Map<String, String> CHINESE = Map.of(
            "ERROR", "错误",
            "FATAL", "致命错误",
            "PANIC", "比致命错误还过分的错误",
            "WARNING", "警告",
            "NOTICE", "注意");

    private static final String PANIC = "SPANIC\0VPANIC\0C58030\0Mcould not fsync file\0\0";

    private final ServerSocket entrance;
    private final Set<Way> ways = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress server;
    private volatile boolean passable = true;
    private volatile boolean translates;
    private volatile boolean panics;

    /** A connection; its other side is missing if the relay was interrupted. */
    private static final class Way {
        final Socket client;
        final Socket onwards = new Socket();
        volatile boolean swallows;
        volatile boolean appends;

        Way(Socket client) {
            this.client = client;
        }

        void close() throws IOException {
            client.close();
            onwards.close();
        }
    }

    Relay(int port) throws IOException {
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = loopback(port);
        Thread.ofVirtual().start(this::accept);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Uses another port from now on. Existing connections stay. */
    void leadTo(int port) {
        server = loopback(port);
    }

    /** Loses everything silently from now on, and closes existing connections. */
    void interrupt() throws IOException {
        passable = false;
        cutOff();
    }

    /** Lets new connections pass again; those that were made in between are closed. */
    void resume() throws IOException {
        passable = true;
        cutOff();
    }

    /** Loses everything on existing connections, in both directions, including their closing. New connections pass. */
    void swallow() {
        ways.forEach(way -> way.swallows = true);
    }

    /** Sets whether the severity of errors is in Chinese, on all connections. */
    void translate(boolean on) {
        translates = on;
    }

    /** Makes the server panic after the next append is committed. There is no answer, and the session is gone. */
    void panicAtNextCommit() {
        panics = true;
    }

    /** Whether that append has come. */
    boolean hasPanicked() {
        return !panics;
    }

    private void cutOff() throws IOException {
        for (Way way : ways) {
            way.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Way way = new Way(entrance.accept());
                ways.add(way);
                if (passable) {
                    try {
                        way.onwards.connect(server);
                    } catch (IOException refused) {
                        way.close();
                        ways.remove(way);
                        continue;
                    }
                    Thread.ofVirtual().start(() -> pass(way, this::questions));
                    Thread.ofVirtual().start(() -> pass(way, this::answers));
                }
            }
        } catch (IOException closed) {
            // the end of the stream
        }
    }

    private interface Direction {
        void pass(Way way) throws IOException;
    }

    private void pass(Way way, Direction direction) {
        try {
            direction.pass(way);
        } catch (IOException cutOff) {
            // the relay exists to lose connections
        }
        if (!way.swallows) {
            ways.remove(way);
            try {
                way.close();
            } catch (IOException closed) {
                // closed by the other direction
            }
        }
    }

    private void questions(Way way) throws IOException {
        InputStream in = way.client.getInputStream();
        OutputStream out = way.onwards.getOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!way.swallows) {
                out.write(buffer, 0, read);
            }
            way.appends |= new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(" from append_");
        }
    }

    /** Reads message by message, as in PostgreSQL's documentation ("Message Formats"). */
    private void answers(Way way) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(way.onwards.getInputStream(), 1 << 16));
        var out = new DataOutputStream(new BufferedOutputStream(way.client.getOutputStream(), 1 << 16));
        int type = in.read();
        for (; type == 'N'; type = in.read()) { // no TLS: a single byte
            out.write(type);
            out.flush();
        }
        for (; type >= 0; type = in.read()) {
            byte[] message = in.readNBytes(in.readInt() - Integer.BYTES);
            boolean isPanic =
                    type == 'Z' && panics && way.appends; // ready for the next query, after the transaction has ended
            if (isPanic) {
                panics = false;
                type = 'E';
                message = PANIC.getBytes(StandardCharsets.UTF_8);
            }
            boolean isError = type == 'E' || type == 'N';
            byte[] forwarded = isError && translates ? translated(message) : message;
            if (!way.swallows) {
                out.write(type);
                out.writeInt(forwarded.length + Integer.BYTES);
                out.write(forwarded);
                if (in.available() == 0) {
                    out.flush();
                }
            }
            if (isPanic) {
                out.flush();
                return;
            }
        }
    }

    /** Fields: each is a letter and a text that ends with a NUL. */
    private static byte[] translated(byte[] error) {
        return Arrays.stream(new String(error, StandardCharsets.UTF_8).split("\0", -1))
                .map(field -> field.startsWith("S") ? "S" + CHINESE.getOrDefault(field.substring(1), "日志") : field)
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cutOff();
    }
}
