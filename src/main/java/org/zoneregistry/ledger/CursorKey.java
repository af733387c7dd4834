package org.zoneregistry.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;

/**
 * The key that seals the cursors of lists. It is stored in the ledger, so it is the same on every node and after
 * restarts.
 */
@Singleton
public class CursorKey {

    private final AgroalDataSource database;
    private volatile byte[] bytes = {};

    CursorKey(AgroalDataSource database) {
        this.database = database;
    }

    /** After Flyway's migrations, before requests. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var key = statement.executeQuery("select key from public.cursor_key")) {
            key.next();
            bytes = key.getBytes(1);
        }
    }

    /** 32 bytes that only this ledger's nodes know. Empty before the start. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
