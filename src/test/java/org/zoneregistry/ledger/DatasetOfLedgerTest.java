package org.zoneregistry.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

@NeedsServer
class DatasetOfLedgerTest {

    @Test
    void a_new_ledger_can_have_either_data_set_and_keeps_it() throws SQLException {
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
}
