package org.zoneregistry.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    /** Of the server's current processes, in seconds. */
    double server() {
        return postmaster
                .children()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(duration -> duration.toNanos() / 1e9)
                .sum();
    }
}
