package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server process of a cluster, as its lock file {@code postmaster.pid} describes it.
 *
 * <p>PostgreSQL writes the file: pid, data directory, start time in epoch seconds, port, socket directory, listen
 * address, shared memory key and status, one per line (miscadmin.h). It grows while the server starts.
 */
record Postmaster(long pid, int port, Status status) {
    /** The status that the server reports. */
    enum Status {
        STARTING,
        READY,
        STOPPING
    }

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    /**
     * The running server of a cluster. Empty if there is no lock file, or if it is stale: its server was killed, or the
     * machine was restarted and another process may have the pid now.
     *
     * @throws PostgresUnavailableException if the lock file is damaged: nobody knows then whether a server runs
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(lockFile(cluster));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(number(cluster, lines.getFirst())).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || !isPostmaster(process.get(), cluster, lines)) {
            return Optional.empty();
        }
        int port = lines.size() < 4 ? 0 : Math.toIntExact(number(cluster, lines.get(3)));
        String status = lines.size() < 8 ? "starting" : lines.get(7).strip();
        return Optional.of(new Postmaster(
                process.get().pid(),
                port,
                switch (status) {
                    case "ready", "standby" -> Status.READY;
                    case "stopping" -> Status.STOPPING;
                    default -> Status.STARTING;
                }));
    }

    /**
     * Removes a lock file whose pid belongs to another process now. PostgreSQL would take that process for its
     * predecessor and refuse to start. A lock file with a free pid is left to PostgreSQL, which checks that no orphaned
     * backend runs.
     */
    static void forgetReusedPid(Path cluster) throws IOException {
        Path file = lockFile(cluster);
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        boolean alive = !lines.isEmpty()
                && ProcessHandle.of(number(cluster, lines.getFirst()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        if (lines.isEmpty() || (alive && of(cluster).isEmpty())) {
            Files.delete(file);
        }
    }

    private static long number(Path cluster, String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException damaged) {
            throw new PostgresUnavailableException(lockFile(cluster)
                    + " is damaged. Make sure that no PostgreSQL runs in this directory, then delete the file.");
        }
    }

    private static Path lockFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isPostmaster(ProcessHandle process, Path cluster, List<String> lines) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                // A postmaster's working directory is its data directory. That is more reliable than its name.
                return proc.toRealPath().equals(cluster.toRealPath());
            } catch (IOException notOurs) {
                return false;
            }
        }
        Instant written = Instant.ofEpochSecond(number(cluster, lines.get(2)));
        return process.info().command().orElse("").endsWith("/postgres")
                && process.info()
                        .startInstant()
                        .filter(started ->
                                Duration.between(started, written).abs().compareTo(CLOCK_TOLERANCE) < 0)
                        .isPresent();
    }
}
