package org.zoneregistry.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The registry's own PostgreSQL server, on a free port of 127.0.0.1, in a data directory.
 *
 * <p>Guaranteed: committed transactions survive the end of the application, of the server, and of the machine, however
 * they end (fsync and data checksums are on). One process at a time uses a data directory. If the application was
 * killed and its server still runs, the next start finds and uses that server. If the server was killed, or a first
 * start was interrupted, the next start recovers it.
 *
 * <p>Not guaranteed: that the port is the same after a restart; that a server still runs after any process has called
 * {@link #close()}; protection against a process of the same user, which can read the password. Another user's process
 * that takes the port of a killed server gets no password: the server has a certificate of its own.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    /** Enough time for an earlier process that is shutting down. */
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(20);
    /** Long, because recovery after a kill replays the changes of up to two checkpoint intervals. */
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
     * Starts the server of a data directory, or finds it running. The first start unpacks PostgreSQL and creates the
     * database, which takes seconds; later starts take less than one second. Blocks.
     *
     * @param directory is created if needed; relative to the working directory
     * @throws PostgresUnavailableException with one line that says what to do
     */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, LOCK_PATIENCE);
    }

    static EmbeddedPostgres start(Path directory, Duration lockPatience) {
        try {
            DataDirectory data = DataDirectory.open(directory);
            data.lock(lockPatience);
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

    /** The role that owns {@link #database()}. It may create other databases, but is not a superuser. */
    public String user() {
        return Cluster.OWNER;
    }

    public String password() {
        return password(Cluster.OWNER);
    }

    /** The role that appends to the log, and owns the tables that are computed from it. */
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

    /** The address for JDBC, without credentials. It trusts {@link #certificate()} alone. */
    public String jdbcUrl() {
        return jdbcUrl(port, certificate());
    }

    private static String jdbcUrl(int port, Path certificate) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME
                + "?requireAuth=scram-sha-256&sslmode=verify-ca&sslrootcert="
                + URLEncoder.encode(certificate.toString(), StandardCharsets.UTF_8);
    }

    /**
     * A connection of the superuser to the running server of a directory.
     *
     * @param port the server's port
     */
    static Connection superuser(Path directory, int port) throws IOException, SQLException {
        var properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty(
                "password",
                Files.readString(directory.resolve("password." + Cluster.SUPERUSER))
                        .strip());
        String url = jdbcUrl(port, directory.resolve("server.crt").toAbsolutePath());
        return Objects.requireNonNull(new Driver().connect(url, properties));
    }

    /** The file with the server's certificate. */
    public Path certificate() {
        return data.certificate();
    }

    /** The address in the form of the reactive client, without credentials and trust. */
    public String reactiveUrl() {
        return "postgresql://" + host() + ":" + port + "/" + database();
    }

    /**
     * Restarts the server on its port if it ended without {@link #close()}, for example because it was killed or the
     * disk was full. Recovery restores committed data. Does nothing while the server runs, or after {@link #close()} or
     * {@link #detach()}. Blocks.
     *
     * @return whether it had ended and runs now
     * @throws PostgresUnavailableException if it can't be started now
     */
    boolean revive() throws IOException {
        if (givenUp || Postmaster.of(data.cluster()).isPresent()) {
            return false;
        }
        startOnce(data, programs, port);
        if (givenUp) { // it may have been closed in the meantime
            stop();
        }
        return Postmaster.of(data.cluster()).isPresent();
    }

    /** Whether {@link #close()} or {@link #detach()} was called. */
    boolean isGivenUp() {
        return givenUp;
    }

    /**
     * Releases the data directory and leaves the server running, so that the next {@link #start} finds it. Has no
     * effect after {@link #close()}.
     */
    public void detach() {
        givenUp = true;
        try {
            data.unlock();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "The lock of " + data.root() + " could not be released", failed);
        }
    }

    /**
     * Stops the server, even one that was found running. Sessions are ended, open transactions are rolled back, and
     * committed data is written to the data files. Blocks until the server has ended. Has no effect if it isn't
     * running.
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
            LOG.log(
                    System.Logger.Level.WARNING,
                    "PostgreSQL doesn''t stop ({0}); stopping it immediately",
                    stopped.lastLine());
            programs.run("pg_ctl", "stop", "-D", cluster, "-m", "immediate", "-w", "-t", "10");
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
        // The port was taken in the meantime, or the sessions of a killed server still run: both are temporary.
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

    static void pause() throws IOException {
        pause(Duration.ofMillis(50));
    }

    static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
