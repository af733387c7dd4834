package org.zoneregistry.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.TestDatabase;

class DatasetOfLedgerTest {

    @Test
    void a_fresh_ledger_may_become_either_and_stays_so() throws SQLException {
        for (Dataset first : Dataset.values()) {
            try (TestDatabase database = TestDatabase.fresh()) {
                start(database, first);

                assertThatCode(() -> start(database, first)).doesNotThrowAnyException();
                for (Dataset other : Dataset.values()) {
                    if (other != first) {
                        assertThatThrownBy(() -> start(database, other))
                                .isInstanceOf(ConfigurationException.class)
                                .hasMessageContaining("holds the " + first.wireName() + " data set");
                    }
                }
            }
        }
    }

    @Test
    void a_ledger_from_before_there_was_a_choice_is_not_illustrative() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.execute("drop table ledger_dataset");
            database.execute("insert into event (position, recorded_at, id, type, version, bytes)"
                    + " values (1, now(), gen_random_uuid(), 'ZoneEstablished', 1, '')");
            database.execute(migration());

            assertThatThrownBy(() -> start(database, Dataset.ILLUSTRATIVE))
                    .hasMessageContaining("holds the reference data set");
            assertThatCode(() -> start(database, Dataset.REFERENCE)).doesNotThrowAnyException();
        }
    }

    private static void start(TestDatabase database, Dataset dataset) throws SQLException {
        var settings = new AgroalPropertiesReader()
                .readProperties(Map.of(
                        "maxSize", "1",
                        "jdbcUrl", database.jdbcUrl(),
                        "principal", database.user(),
                        "credential", database.password()));
        try (var pool = AgroalDataSource.from(settings.get())) {
            new DatasetOfLedger(dataset.wireName(), pool).onStart(new StartupEvent());
        }
    }

    private static String migration() {
        try (var in = DatasetOfLedgerTest.class.getResourceAsStream("/db/migration/V6__dataset.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
