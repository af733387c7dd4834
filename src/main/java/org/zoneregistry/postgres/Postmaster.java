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
 * The server process of a cluster, as its lock file {@code postmaster.pid} tells of it.
 *
 * <p>The file is PostgreSQL's: pid, data directory, start time in epoch seconds, port, socket directory, listen
 * address, shared memory key and status, one per line (miscadmin.h). It grows while the server starts.
 */
record Postmaster(long pid, int port, Status status) {
    /** What the server says of itself. */
    enum Status {
        STARTING,
        READY,
        STOPPING
    }

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    /**
     * The running server of a cluster. Empty where there is no lock file, or a stale one: of a server that was killed,
     * or from before a reboot, when another process may have its pid by now.
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
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || !isPostmaster(process.get(), cluster, lines)) {
            return Optional.empty();
        }
        int port = lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip());
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
     * Removes a lock file whose pid now belongs to some other process: PostgreSQL itself would take that for its
     * predecessor and refuse to start. One whose pid is free is left to PostgreSQL, which makes sure that no orphaned
     * backend is left behind.
     */
    static void forgetReusedPid(Path cluster) throws IOException {
        Path file = lockFile(cluster);
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        boolean alive = !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        if (lines.isEmpty() || (alive && of(cluster).isEmpty())) {
            Files.delete(file);
        }
    }

    private static Path lockFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isPostmaster(ProcessHandle process, Path cluster, List<String> lines) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                // A postmaster works in its data directory, and says so more reliably than by its name.
                return proc.toRealPath().equals(cluster.toRealPath());
            } catch (IOException notOurs) {
                return false;
            }
        }
        Instant written = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return process.info().command().orElse("").endsWith("/postgres")
                && process.info()
                        .startInstant()
                        .filter(started ->
                                Duration.between(started, written).abs().compareTo(CLOCK_TOLERANCE) < 0)
                        .isPresent();
    }
}
