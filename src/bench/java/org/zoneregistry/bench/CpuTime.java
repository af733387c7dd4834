package org.zoneregistry.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.zoneregistry.testing.TestDatabase;

/** Processor time of this process, and of the server. Other programs on the machine affect it less than rates. */
final class CpuTime {

    private final ProcessHandle postmaster;

    CpuTime(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            postmaster = ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    /** Of this process, in seconds. */
    static double client() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Of the server's processes, in seconds. On Linux, processes that have ended count too. */
    double server() {
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToDouble(duration -> duration.toNanos() / 1e9)
                        .sum()
                + ended();
    }

    /** See {@code proc_pid_stat(5)}: {@code cutime} and {@code cstime}, 100 ticks a second. */
    private double ended() {
        Path file = Path.of("/proc", String.valueOf(postmaster.pid()), "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = read(file);
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(afterName[13]) + Long.parseLong(afterName[14])) / 100.0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
