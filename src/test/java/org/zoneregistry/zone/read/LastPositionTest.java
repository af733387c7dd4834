package org.zoneregistry.zone.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

/** The position of the last event of a zone is looked up, however many facts others have. */
@NeedsServer
class LastPositionTest {

    private static final Pattern HIT = Pattern.compile("Buffers: shared hit=(\\d+)");
    private static final int FACTS = 20_000;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private void record(String zones, int from, int to) {
        database.execute("""
                insert into zone_fact (position, fact, statement, event, type, data, zones, effective_on,
                                       effective_not_before, recorded_at)
                select n, gen_random_uuid(), 'recorded', gen_random_uuid(), 'ZoneAreaAdjusted', '{}', %s,
                       date '2020-01-01', date '2020-01-01', now()
                from generate_series(%d, %d) n
                """.formatted(zones, from, to));
    }

    /** The pages that the server reads, with one plan for all zones. */
    private int pages(String zone) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare last (text, bigint) as select " + ZoneStates.LAST_POSITION);
            statement.execute("execute last ('" + zone + "', " + FACTS + ")"); // the first one reads the catalogue too
            var plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery(
                    "explain (analyze, buffers, costs off) execute last ('" + zone + "', " + FACTS + ")")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            var hit = HIT.matcher(plan);
            assertThat(hit.find()).as(plan.toString()).isTrue();
            return Integer.parseInt(hit.group(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"early", "late", "none"})
    void few_pages_are_read(String zone) throws SQLException {
        record("array['early']", 1, 3);
        record("array['other-' || n % 500]", 4, FACTS - 1);
        record("array['late', 'early-too']", FACTS, FACTS);
        database.execute("vacuum analyze zone_fact");
        assertThat(pages(zone)).isLessThan(20);
    }

    @ParameterizedTest
    @CsvSource({"early, 6, 3", "early, 2, 2", "b, 5, 5", "c, 6, 0"})
    void it_is_the_last_one_of_the_prefix(String zone, String upTo, long last) {
        record("array['early', 'b']", 1, 3);
        record("array['b']", 4, 6);
        String question =
                ZoneStates.LAST_POSITION.replace("$1", "'" + zone + "'").replace("$2", upTo);
        assertThat(database.number("select " + question)).isEqualTo(last);
    }
}
