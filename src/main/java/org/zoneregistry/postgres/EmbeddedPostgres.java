package org.zoneregistry.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL server of the registry's own, on a free port of 127.0.0.1, in a data directory.
 *
 * <p>Guaranteed: what a transaction has committed survives the end of the application, of the server, and of the
 * machine, however they end (fsync and data checksums are on). One process at a time uses a data directory. A server
 * that outlived its application, because that was killed, is found again and used. A server that was killed, or a first
 * start that was cut off, is recovered by the next start.
 *
 * <p>Not guaranteed: that the port is the same after a restart; that a server still runs once {@link #close()} was
 * called by anyone; protection against a process of the same user, which can read the password.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    /** Long enough for a predecessor that is shutting down. */
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(20);
    /** Long, because the recovery of a busy server that was killed replays up to two checkpoints of its log. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(10);

    private final DataDirectory data;
    private final Programs programs;
    private final int port;
    private final Map<String, String> passwords;
    private volatile boolean givenUp;

    private EmbeddedPostgres(DataDirectory data, Programs programs, int port, Map<String, String> passwords) {
        this.data = data;
        this.programs = programs;
        this.port = port;
        this.passwords = Map.copyOf(passwords);
    }

    /**
     * Starts the server of a data directory, or finds it running. The first start unpacks PostgreSQL and makes the
     * database, which takes seconds; a later one takes less than one. Blocks.
     *
     * @param directory is created where it isn't there; relative to the working directory
     * @throws PostgresUnavailableException with one line that says what to do
     */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, LOCK_PATIENCE);
    }

    static EmbeddedPostgres start(Path directory, Duration lockPatience) {
        try {
            DataDirectory data = DataDirectory.open(directory);
            lock(data, lockPatience);
            try {
                Programs programs = Programs.forThisUser(Binaries.unpacked(data.root()));
                Cluster.initialise(data, programs);
                int port = startOrAttach(data, programs).port();
                return new EmbeddedPostgres(data, programs, port, passwords(data));
            } catch (IOException | RuntimeException failed) {
                data.unlock();
                throw failed;
            }
        } catch (IOException failed) {
            throw new PostgresUnavailableException(
                    "PostgreSQL can't be started in "
                            + directory.toAbsolutePath().normalize() + ": " + failed,
                    failed);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String database() {
        return Cluster.NAME;
    }

    /** Owns {@link #database()} and may create others, but is no superuser. */
    public String user() {
        return Cluster.OWNER;
    }

    public String password() {
        return password(Cluster.OWNER);
    }

    /** Adds to the log, and owns what is computed from it. */
    public String application() {
        return Cluster.APPLICATION;
    }

    /** The password of {@link #user()}, of {@link #application()}, or of the superuser {@code postgres}. */
    public String password(String role) {
        return Objects.requireNonNull(passwords.get(role));
    }

    private static Map<String, String> passwords(DataDirectory data) throws IOException {
        var passwords = new HashMap<String, String>();
        for (String role : List.of(Cluster.OWNER, Cluster.APPLICATION, Cluster.SUPERUSER)) {
            passwords.put(role, data.password(role));
        }
        return passwords;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port + "/" + database();
    }

    /** The address in the form that the reactive client takes, without credentials. */
    public String reactiveUrl() {
        return "postgresql://" + host() + ":" + port + "/" + database();
    }

    /**
     * Starts the server again, on its port, if it has ended without {@link #close()}: killed, or out of disk. It
     * recovers what was committed. Does nothing while it runs, or after {@link #close()} or {@link #detach()}. Blocks.
     *
     * @return whether it had ended and runs now
     * @throws PostgresUnavailableException where it doesn't start, for now
     */
    boolean revive() throws IOException {
        if (givenUp || Postmaster.of(data.cluster()).isPresent()) {
            return false;
        }
        startOnce(data, programs, port);
        if (givenUp) { // meanwhile
            stop();
        }
        return Postmaster.of(data.cluster()).isPresent();
    }

    /** Whether {@link #close()} or {@link #detach()} was called. */
    boolean isGivenUp() {
        return givenUp;
    }

    /**
     * Gives up the data directory and leaves the server running, for the next {@link #start} to find. Has no effect
     * after {@link #close()}.
     */
    public void detach() {
        givenUp = true;
        try {
            data.unlock();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "The lock of " + data.root() + " could not be given up", failed);
        }
    }

    /**
     * Stops the server, also one that was found running: sessions are cut off, open transactions are rolled back, and
     * what is committed is written to the data files. Blocks until it has ended. Has no effect when it isn't running.
     */
    @Override
    public void close() {
        givenUp = true;
        try {
            stop();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL in " + data.root() + " could not be stopped", failed);
        } finally {
            detach();
        }
    }

    private void stop() throws IOException {
        if (Postmaster.of(data.cluster()).isEmpty()) {
            return;
        }
        String cluster = data.cluster().toString();
        Programs.Result stopped = programs.run("pg_ctl", "stop", "-D", cluster, "-m", "fast", "-w", "-t", "60");
        if (stopped.exitCode() != 0 && Postmaster.of(data.cluster()).isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL doesn''t stop ({0}); cutting it off", stopped.lastLine());
            programs.run("pg_ctl", "stop", "-D", cluster, "-m", "immediate", "-w", "-t", "10");
        }
    }

    private static void lock(DataDirectory data, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (!data.tryLock()) {
            if (System.nanoTime() > deadline) {
                throw new PostgresUnavailableException("The data directory " + data.root() + " is in use by process "
                        + data.lockHolder() + ": stop that, or set REGISTRY_DATA_DIR to another.");
            }
            if (!said) {
                LOG.log(System.Logger.Level.INFO, "Waiting for process {0} to end", data.lockHolder());
                said = true;
            }
            pause();
        }
    }

    private static Postmaster startOrAttach(DataDirectory data, Programs programs) throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> running = Postmaster.of(data.cluster());
            if (running.isEmpty()) {
                startOnce(data, programs, freePort());
            } else if (running.get().status() == Postmaster.Status.READY) {
                return running.get();
            }
            pause();
        }
        throw new PostgresUnavailableException("PostgreSQL has not come up within " + START_PATIENCE.toMinutes()
                + " minutes: see " + data.log() + ".");
    }

    private static void startOnce(DataDirectory data, Programs programs, int port) throws IOException {
        Postmaster.forgetReusedPid(data.cluster());
        data.rotateLog();
        long before = Files.exists(data.log()) ? Files.size(data.log()) : 0;
        Cluster.configure(data, port);
        Programs.Result result = programs.run(
                "pg_ctl",
                "start",
                "-D",
                data.cluster().toString(),
                "-l",
                data.log().toString(),
                "-w",
                "-t",
                Long.toString(START_PATIENCE.toSeconds()));
        if (result.exitCode() == 0) {
            return;
        }
        String said = result.output() + since(data.log(), before);
        // The port was taken in between, or the sessions of a killed server have not noticed yet: both pass.
        if (!said.contains("Address already in use") && !said.contains("is still in use")) {
            throw new PostgresUnavailableException("PostgreSQL doesn't start in " + data.root() + " ("
                    + new Programs.Result(1, said).lastLine() + "): see " + data.log() + ".");
        }
    }

    private static String since(Path log, long offset) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(offset);
            byte[] rest = new byte[(int) Math.min(file.length() - offset, 1 << 20)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
