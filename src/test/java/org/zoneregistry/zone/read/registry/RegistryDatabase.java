package org.zoneregistry.zone.read.registry;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.zone.event.ZoneCode;

/** The registry projection on a new database, read with plain SQL. */
final class RegistryDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final Connection connection = connected();
    private final RegistryProjection projection = new RegistryProjection();

    Pool pool() {
        return pool;
    }

    TestDatabase database() {
        return database;
    }

    void empty() {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from projection; delete from zone_fact; delete from zone_state");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Applies a batch in a transaction. */
    void apply(List<StoredEvent> batch) {
        pool.withTransaction(connection -> projection.apply(connection, batch))
                .await()
                .atMost(PATIENCE);
    }

    /** The zone in the rows at a pair of times; fails if there is more than one. */
    Optional<Map<String, Object>> zone(ZoneCode zone, LocalDate validAt, long knownAt) {
        try (PreparedStatement query = connection.prepareStatement(
                "select * from zone_state where zone = ? and valid @> cast(? as date) and known @> ?")) {
            query.setString(1, zone.value());
            query.setString(2, validAt.toString());
            query.setLong(3, knownAt);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var members = members(rows);
                if (rows.next()) {
                    throw new AssertionError("two states of " + zone + " at " + validAt + ", " + knownAt);
                }
                return Optional.of(members);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The columns of the table of states, sorted. */
    List<String> columnsOfStates() {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select attname from pg_attribute
                        where attrelid = cast('zone_state' as regclass) and attnum > 0 and not attisdropped
                        order by attname
                        """)) {
            var columns = new ArrayList<String>();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The content of the tables, without generated keys. */
    List<String> rows() {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select (to_jsonb(s) - 'id')::text from zone_state s
                        union all
                        select to_jsonb(f)::text from zone_fact f
                        order by 1
                        """)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
        database.close();
    }

    private Connection connected() {
        try {
            return database.connect();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Object> members(ResultSet row) throws SQLException {
        var name = new LinkedHashMap<String, Object>();
        put(name, "en", row.getString("name_en"));
        put(name, "zh", row.getString("name_zh"));
        var members = new LinkedHashMap<String, Object>();
        put(members, "code", row.getString("zone"));
        put(members, "name", name);
        put(members, "type", row.getString("type"));
        put(members, "status", row.getString("status"));
        put(members, "province", row.getString("province"));
        put(members, "customsDistrict", row.getString("customs_district"));
        put(members, "areaKm2", row.getBigDecimal("area_km2"));
        put(members, "facilities", texts(row, "facilities"));
        put(members, "predecessors", texts(row, "predecessors"));
        put(members, "successor", row.getString("successor"));
        put(members, "establishedOn", row.getString("established_on"));
        put(members, "establishedNotBefore", row.getString("established_not_before"));
        put(members, "effectiveOn", row.getString("effective_on"));
        put(members, "effectiveNotBefore", row.getString("effective_not_before"));
        return members;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
