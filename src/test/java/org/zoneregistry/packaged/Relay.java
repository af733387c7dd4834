package org.zoneregistry.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be interrupted. */
final class Relay implements AutoCloseable {

    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress server;
    private volatile boolean passable = true;

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

    /** Leads elsewhere from now on; connections that there are stay. */
    void leadTo(int port) {
        server = loopback(port);
    }

    /** Swallows everything from now on, in silence, and what was connected is cut off. */
    void interrupt() throws IOException {
        passable = false;
        cutOff();
    }

    /** Lets new connections pass again; those that were made meanwhile are cut off. */
    void resume() throws IOException {
        passable = true;
        cutOff();
    }

    private void cutOff() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                open.add(client);
                if (passable) {
                    Socket onwards = new Socket();
                    open.add(onwards);
                    try {
                        onwards.connect(server);
                    } catch (IOException refused) {
                        client.close();
                        continue;
                    }
                    Thread.ofVirtual().start(() -> pass(client, onwards));
                    Thread.ofVirtual().start(() -> pass(onwards, client));
                }
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException cutOff) {
            // what a relay is for
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cutOff();
    }
}
