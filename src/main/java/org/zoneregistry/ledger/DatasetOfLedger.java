package org.zoneregistry.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes sure that a ledger is used for one data set only. The first start on it chooses. A start for another data set
 * is refused before anything is read or recorded.
 */
@Singleton
public class DatasetOfLedger {

    private final Dataset wanted;
    private final AgroalDataSource database;

    DatasetOfLedger(
            @ConfigProperty(name = Dataset.SETTING, defaultValue = "reference") String wanted,
            AgroalDataSource database) {
        this.wanted = Dataset.parse(wanted);
        this.database = database;
    }

    @Produces
    @Singleton
    Dataset dataset() {
        return wanted;
    }

    /** After Flyway's migrations, before all other code that runs at the start. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        Dataset held = claim();
        if (held != wanted) {
            throw new ConfigurationException("This database holds the " + held.wireName() + " data set, and "
                    + Dataset.SETTING + " is " + wanted.wireName()
                    + ": real and generated trade never share a ledger. Name another database, or set "
                    + Dataset.SETTING + "=" + held.wireName() + ".");
        }
    }

    /** Claims the ledger for the wanted data set, unless it has one already. Returns the ledger's data set. */
    private Dataset claim() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into public.ledger_dataset (dataset) values ('" + wanted.wireName()
                    + "') on conflict do nothing");
            try (var held = statement.executeQuery("select dataset from public.ledger_dataset")) {
                held.next();
                return Dataset.parse(held.getString(1));
            }
        }
    }
}
