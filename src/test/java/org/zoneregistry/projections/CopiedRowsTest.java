package org.zoneregistry.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

@NeedsServer
class CopiedRowsTest {

    @Test
    void the_server_reads_what_was_written() throws Exception {
        try (var database = TestDatabase.fresh();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table copied (a bigint, b integer, c smallint, d boolean, e date, f timestamptz, g text)");
            var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy copied from stdin (format binary)");
            try (var rows = new CopiedRows(out, 7)) {
                rows.row();
                rows.bigint(-5_000_000_000L);
                rows.integer(-7);
                rows.smallint(-3);
                rows.bool(true);
                rows.date(LocalDate.of(1999, 12, 31));
                rows.timestamptz(Instant.parse("1999-12-31T23:59:59.999999Z"));
                rows.text("综合保税区");
                rows.row();
                rows.bigint((Long) null);
                rows.integer(7);
                rows.smallint(3);
                rows.bool(false);
                rows.date(LocalDate.of(2026, 3, 1));
                rows.timestamptz(Instant.parse("2026-03-01T08:00:00.000001Z"));
                rows.text("x".repeat(100_000));
            }
            statement.execute("set time zone 'UTC'");
            try (var found = statement.executeQuery(
                    "select concat_ws(' ', a, b, c, d, e, f, left(g, 9), length(g)) from copied order by b")) {
                found.next();
                assertThat(found.getString(1))
                        .isEqualTo("-5000000000 -7 -3 t 1999-12-31 1999-12-31 23:59:59.999999+00 综合保税区 5");
                found.next();
                assertThat(found.getString(1))
                        .isEqualTo("7 3 f 2026-03-01 2026-03-01 08:00:00.000001+00 xxxxxxxxx 100000");
            }
        }
    }

    @Test
    void whole_numbers_of_any_size_are_exact() throws Exception {
        var numbers = new ArrayList<BigInteger>();
        for (int bits = 0; bits < 127; bits++) {
            BigInteger power = BigInteger.ONE.shiftLeft(bits);
            numbers.addAll(List.of(power, power.subtract(BigInteger.ONE)));
        }
        for (int digits = 1; digits < 38; digits++) {
            numbers.add(BigInteger.TEN.pow(digits));
        }
        try (var database = TestDatabase.fresh();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table copied (n integer, value numeric)");
            var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy copied from stdin (format binary)");
            try (var rows = new CopiedRows(out, 2)) {
                for (int n = 0; n < numbers.size(); n++) {
                    rows.row();
                    rows.integer(n);
                    rows.numeric(
                            numbers.get(n).shiftRight(64).longValue(),
                            numbers.get(n).longValue());
                }
            }
            var read = new ArrayList<BigInteger>();
            try (var found = statement.executeQuery("select value::text from copied order by n")) {
                while (found.next()) {
                    read.add(new BigInteger(found.getString(1)));
                }
            }
            assertThat(read).isEqualTo(numbers);
        }
    }
}
