package org.zoneregistry.doctor;

import static org.zoneregistry.doctor.AccessExamination.text;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.zoneregistry.postgres.DatabaseSettings;

/** Examines the database: whether it can be reached, its version, settings that break promises, roles and clock. */
final class DatabaseExamination {

    private static final String DATABASE = "database";
    private static final int MAJOR_VERSION = 18;

    /** The log (10), jobs (6) and health (2), beside the configured ones for requests and rebuilds. */
    private static final int CONNECTIONS_BESIDE_REQUESTS = 18;

    private static final Duration NOTABLE_SKEW = Duration.ofSeconds(1);

    /** What a token may be off by. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);

    private static final String SETTINGS =
            "select name, setting from pg_settings where name in ('server_version_num', 'server_version', 'fsync',"
                    + " 'full_page_writes', 'synchronous_commit', 'data_checksums', 'max_connections')";
    private static final String ROLE = "select current_user, rolsuper, pg_is_in_recovery(),"
            + " has_database_privilege(current_database(), 'CREATE') from pg_roles where rolname = current_user";

    /** The log's tables are there after the first start. */
    private static final String LOG = "select to_regclass('event') is not null, "
            + "exists (select from pg_available_extensions where name = 'btree_gist')";

    private static final String RIGHTS = "select has_table_privilege('event', 'UPDATE, DELETE, TRUNCATE')";
    private static final String HALTED = "select count(*) from audit_halt";

    private final Config settings;
    private final Clock clock;
    private final Findings findings;

    DatabaseExamination(Config settings, Clock clock, Findings findings) {
        this.settings = settings;
        this.clock = clock;
        this.findings = findings;
    }

    void examine() {
        try {
            var database = new DatabaseSettings(name -> text(settings, name).orElse(null));
            Optional<Map<String, String>> yours = database.ofYourServer();
            Optional<Map<String, String>> found = yours.isPresent()
                    ? yours
                    : DatabaseSettings.ofRunning(database.ledger().resolve("postgres"));
            if (found.isEmpty()) {
                findings.ok(DATABASE, "embedded, and not running now: a node starts it");
                return;
            }
            Map<String, String> values = found.get();
            server(values);
            if (values.containsKey(DatabaseSettings.OWNER)) {
                owner(values);
            }
            text(settings, "registry.replica.url").ifPresent(url -> replica(url, values));
        } catch (ConfigurationException | IOException unusable) {
            findings.failed(DATABASE, String.valueOf(unusable.getMessage()));
        }
    }

    private void server(Map<String, String> values) {
        String url = value(values, DatabaseSettings.JDBC_URL);
        String user = text(settings, DatabaseSettings.USER).orElse(value(values, DatabaseSettings.USER));
        String password = text(settings, DatabaseSettings.PASSWORD).orElse(value(values, DatabaseSettings.PASSWORD));
        try (Connection connection = connect(url, user, password);
                Statement statement = connection.createStatement()) {
            judge(read(statement), findings);
            connections(read(statement));
            role(statement, values.containsKey(DatabaseSettings.OWNER));
            skew(statement);
            log(statement);
        } catch (SQLException failed) {
            findings.failed(DATABASE, url + ": " + failed.getMessage());
        }
    }

    /** Judges PostgreSQL's settings: an acknowledged command must be on disk. */
    static void judge(Map<String, String> server, Findings findings) {
        int version = Integer.parseInt(server.getOrDefault("server_version_num", "0")) / 10_000;
        String text = "PostgreSQL " + server.get("server_version");
        if (version == MAJOR_VERSION) {
            findings.ok(DATABASE, text);
        } else {
            findings.failed(DATABASE, text + ": it must be version " + MAJOR_VERSION);
        }
        for (String name : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            if ("off".equals(server.get(name))) {
                findings.failed("durability", name + " is off: acknowledged commands can be lost");
            } else {
                findings.ok("durability", name + " is " + server.get(name));
            }
        }
        if (!"on".equals(server.get("data_checksums"))) {
            findings.warning("durability", "data checksums are off: damaged pages are not noticed (pg_checksums)");
        }
    }

    private void connections(Map<String, String> server) {
        int most = Integer.parseInt(server.getOrDefault("max_connections", "0"));
        int needed = number("quarkus.datasource.reactive.max-size", 16)
                + number("quarkus.datasource.jdbc.max-size", 8)
                + CONNECTIONS_BESIDE_REQUESTS;
        String text = "a node uses up to " + needed + " of " + most + " connections";
        if (most < needed) {
            findings.failed(DATABASE, text);
        } else {
            findings.ok(DATABASE, text);
        }
    }

    private int number(String name, int otherwise) {
        return settings.getOptionalValue(name, Integer.class).orElse(otherwise);
    }

    private void role(Statement statement, boolean hasOwner) throws SQLException {
        try (ResultSet row = statement.executeQuery(ROLE)) {
            row.next();
            String role = row.getString(1);
            if (row.getBoolean(3)) {
                findings.failed(DATABASE, "it is a replica: commands need the primary");
            }
            if (row.getBoolean(2)) {
                findings.warning("role", role + " is a superuser: use a role that may only add to the log");
            } else if (!row.getBoolean(4) && !hasOwner) {
                findings.failed("role", role + " may not create a schema: grant it CREATE on the database");
            } else {
                findings.ok("role", role + " is no superuser");
            }
        }
    }

    private void skew(Statement statement) throws SQLException {
        Instant before = clock.instant();
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
            Instant after = clock.instant();
            Duration skew = there.isBefore(before)
                    ? Duration.between(there, before)
                    : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
            String text = "the clocks here and in the database differ by " + skew.toMillis() + " ms";
            if (skew.compareTo(TOLERATED_SKEW) > 0) {
                findings.failed("clock", text);
            } else if (skew.compareTo(NOTABLE_SKEW) > 0) {
                findings.warning("clock", text);
            } else {
                findings.ok("clock", text);
            }
        }
    }

    private void log(Statement statement) throws SQLException {
        boolean exists;
        try (ResultSet row = statement.executeQuery(LOG)) {
            row.next();
            exists = row.getBoolean(1);
            if (!row.getBoolean(2)) {
                findings.failed(DATABASE, "the extension btree_gist is not installed (package postgresql-contrib)");
            }
        }
        if (!exists) {
            findings.ok("log", "there is none yet: the first start makes it");
            return;
        }
        try (ResultSet row = statement.executeQuery(RIGHTS)) {
            row.next();
            if (row.getBoolean(1)) {
                findings.warning("role", "it may change the log: use two roles (REGISTRY_DB_OWNER)");
            } else {
                findings.ok("role", "it may only add to the log");
            }
        }
        try (ResultSet row = statement.executeQuery(HALTED)) {
            row.next();
            if (row.getLong(1) > 0) {
                findings.failed("log", "recording has stopped: select * from audit_halt");
            } else {
                findings.ok("log", "recording has not stopped");
            }
        }
    }

    private void owner(Map<String, String> values) {
        String owner = value(values, DatabaseSettings.OWNER);
        try (Connection connection = connect(
                        value(values, DatabaseSettings.JDBC_URL),
                        owner,
                        value(values, DatabaseSettings.OWNER_PASSWORD));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROLE)) {
            row.next();
            if (row.getBoolean(4)) {
                findings.ok("role", owner + " may migrate the database");
            } else {
                findings.failed("role", owner + " may not migrate: grant it CREATE on the database");
            }
        } catch (SQLException failed) {
            findings.failed("role", owner + ": " + failed.getMessage());
        }
    }

    private void replica(String url, Map<String, String> primary) {
        try {
            var address = new DatabaseSettings(name -> switch (name) {
                        case "registry.db.url" -> url;
                        case "registry.db.user" ->
                            text(settings, "registry.replica.user").orElse(null);
                        case "registry.db.password" ->
                            text(settings, "registry.replica.password").orElse(null);
                        default -> null;
                    })
                    .ofYourServer()
                    .orElseThrow();
            Map<String, String> values = new HashMap<>(primary);
            values.putAll(address);
            try (Connection connection = connect(
                            value(values, DatabaseSettings.JDBC_URL),
                            value(values, DatabaseSettings.USER),
                            value(values, DatabaseSettings.PASSWORD));
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select pg_is_in_recovery(), current_setting('hot_standby_feedback')")) {
                row.next();
                if (!row.getBoolean(1)) {
                    findings.failed("replica", "it is not a replica");
                } else if (!"on".equals(row.getString(2))) {
                    findings.warning("replica", "hot_standby_feedback is off: long reads there can be cancelled");
                } else {
                    findings.ok("replica", "it answers, and follows the primary");
                }
            }
        } catch (SQLException | ConfigurationException failed) {
            findings.failed("replica", String.valueOf(failed.getMessage()));
        }
    }

    private static Map<String, String> read(Statement statement) throws SQLException {
        Map<String, String> read = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                read.put(rows.getString(1), rows.getString(2));
            }
        }
        return read;
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("ApplicationName", "zone-registry doctor");
        @Nullable Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("no address of PostgreSQL");
        }
        return connection;
    }
}
