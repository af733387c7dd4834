package org.zoneregistry.testing;

import static org.zoneregistry.testing.Waiting.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.postgres.EmbeddedPostgres;

/** The only server of a test JVM, and its template database with the migrations. */
final class TestServer {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static final String MIGRATED = "migrated";

    private static @Nullable TestServer running;

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static synchronized TestServer running() {
        if (running == null) {
            checkThatServersMayRun();
            EmbeddedPostgres postgres = EmbeddedPostgres.start(UnusedServer.in(TestDirectories.create("postgres")));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            running = new TestServer(postgres);
            running.migrateTemplate();
        }
        return running;
    }

    /** Fails in a run of the tests without servers. */
    static void checkThatServersMayRun() {
        if (Boolean.getBoolean("tests.without-servers")) {
            throw new IllegalStateException("This test starts a server: annotate it with @NeedsServer.");
        }
    }

    TestDatabase create(String name, String template) {
        execute("create database " + name + " template " + template);
        return database(name);
    }

    void drop(String name) {
        // refused while autovacuum runs in the database, which only a superuser may end
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsMatching(failure -> failure.getCause() instanceof SQLException refused
                        && INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState()))
                .until(() -> {
                    execute("drop database if exists " + name + " with (force)");
                    return true;
                });
    }

    private void migrateTemplate() {
        migrate(create(MIGRATED, "template1"), "latest");
    }

    static void migrate(TestDatabase database, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application", database.user()))
                .target(version)
                .load()
                .migrate();
    }

    private TestDatabase database(String name) {
        return new TestDatabase(postgres.host(), postgres.port(), name, postgres.user(), postgres.password());
    }

    private synchronized void execute(String sql) {
        TestDatabase administrative = database("postgres");
        try (Connection connection = DriverManager.getConnection(
                        administrative.jdbcUrl(), administrative.user(), administrative.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
