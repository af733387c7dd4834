package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.process.DurableFile;

/**
 * The files of one embedded server, and the lock that lets one process at a time use them.
 *
 * <pre>
 * lock            held by the registry that uses the directory, with its pid in it
 * password        of the role registry, readable by the owner alone
 * password.*      of the other two roles, likewise
 * server.crt      the server's certificate, which its clients trust, and server.key
 * cluster/        PostgreSQL's data directory; it is complete or missing
 * cluster.new/    an initialisation that is running, or was interrupted
 * postgres.log    the server's log
 * local.conf      settings of the operator, if any
 * </pre>
 */
final class DataDirectory {
    private static final System.Logger LOG = System.getLogger(DataDirectory.class.getName());
    private static final Set<StandardOpenOption> CREATE_AND_WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    private static final long LOG_LIMIT = 16L << 20;

    private final Path root;
    private final FileChannel lockFile;
    private @Nullable FileLock lock;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the directory if needed. It does not lock it. */
    static DataDirectory open(Path root) throws IOException {
        try {
            Directories.createPrivate(root);
            Path real = root.toRealPath();
            return new DataDirectory(
                    real, FileChannel.open(real.resolve("lock"), CREATE_AND_WRITE, Directories.OWNER_ONLY));
        } catch (IOException notWritable) {
            throw new PostgresUnavailableException(
                    "The data directory " + root.toAbsolutePath().normalize() + " can't be written ("
                            + Directories.reason(notWritable) + "): set REGISTRY_DATA_DIR to one that can.",
                    notWritable);
        }
    }

    /**
     * Takes the lock, if no other process has it.
     *
     * <p>A lock that this process holds already counts as taken: an application that failed to start under a
     * development server, and its class loader, leave it behind. The channel then stays open on purpose, because
     * closing any channel to a file releases all the process's locks on it.
     */
    boolean tryLock() throws IOException {
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
        if (lock == null) {
            return false;
        }
        lockFile.truncate(0);
        lockFile.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return true;
    }

    void unlock() throws IOException {
        if (lock != null) {
            lock = null;
            lockFile.close();
        }
    }

    /**
     * Takes the lock, and waits while another process has it. Blocks.
     *
     * @throws PostgresUnavailableException if the other process keeps it
     */
    void lock(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (!tryLock()) {
            if (System.nanoTime() >= deadline) {
                throw new PostgresUnavailableException("The data directory " + root + " is in use by process "
                        + lockHolder() + ": stop that, or set REGISTRY_DATA_DIR to another.");
            }
            if (!said) {
                LOG.log(System.Logger.Level.INFO, "Waiting for process {0} to end", lockHolder());
                said = true;
            }
            EmbeddedPostgres.pause();
        }
    }

    /** The pid that the holder of the lock wrote. */
    private String lockHolder() throws IOException {
        return Files.readString(root.resolve("lock")).strip();
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path certificate() {
        return root.resolve("server.crt");
    }

    Path certificateKey() {
        return root.resolve("server.key");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path passwordFile(String role) {
        return root.resolve(role.equals(Cluster.OWNER) ? "password" : "password." + role);
    }

    /** The password of a role. It is generated if there is no cluster yet. */
    String password(String role) throws IOException {
        Path file = passwordFile(role);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(cluster())) {
            throw new PostgresUnavailableException(
                    "The password file " + file + " is missing: restore it. Without it the data can't be opened.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        DurableFile.write(file, password + "\n", Directories.OWNER_ONLY);
        return password;
    }

    /** Keeps the logs of earlier runs from growing without limit: one earlier log is kept. */
    void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
