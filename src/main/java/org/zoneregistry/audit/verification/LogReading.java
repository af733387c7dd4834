package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zoneregistry.audit.checkpoint.CheckpointTable;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.log.StoredBytes;

/** Reads the data that a verification compares, as they are stored. */
final class LogReading {

    private static final String EXTENT = """
            select coalesce((select max(size) from audit_checkpoint), 0), \
            coalesce((select max(size) from audit_tree), 0),
                   coalesce((select position from event order by position desc limit 1), 0)
            """;

    private static final String EVENTS = """
            select position, recorded_at, id, type, version, bytes
            from event
            where position between $1 and $2
            order by position
            """;

    private static final String TREE_SIZE = "select coalesce(max(size), 0) from audit_tree";

    private static final String TILES =
            "select index, hashes from audit_tile where level = $1 and index between $2 and $3";

    private static final String MISSING_TAGS = """
            select c.position, c.tag
            from unnest($1::bigint[], $2::text[], $3::text[]) c (position, tag, type)
            where not exists (
                select from event_tag t where t.tag = c.tag and t.type = c.type and t.position = c.position)
            order by c.position
            """;

    private static final String TAGS = "select count(*) from event_tag where position <= $1";

    /** The indexed tags that are not in the bytes of their events, where tags are JSON strings. */
    private static final String EXTRA_TAGS = """
            select t.position, t.tag
            from event_tag t
            left join event e on e.position = t.position
            where t.position <= $1
              and (e.position is null
                   or t.type <> e.type
                   or position(convert_to(to_json(t.tag)::text, 'UTF8') in e.bytes) = 0)
            order by t.position
            limit $2
            """;

    /** The time limit of a read. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The time limit of a read of all tags. */
    private static final Duration LONG_LIMIT = Duration.ofMinutes(30);

    private final Pool pool;
    private final Attempts attempts;

    LogReading(Pool pool, Attempts attempts) {
        this.pool = pool;
        this.attempts = attempts;
    }

    /**
     * The sizes of log and tree.
     *
     * @param signed the size of the largest signed tree
     * @param tree how many leaves the stored tree has
     * @param head the last position of the log
     */
    record Extent(long signed, long tree, long head) {}

    /** A tag of an event. */
    record EventTag(long position, String tag) {}

    /**
     * The data of a range of positions, in one snapshot.
     *
     * @param tiles by index
     */
    record Block(List<LogRow> events, Tiles tiles, List<IssuedCheckpoint> checkpoints) {}

    /**
     * Tiles of a level, in one snapshot.
     *
     * @param treeSize how many leaves the tree has in it. It can be fewer than before: a deleted tree is computed again
     */
    record Tiles(long treeSize, Map<Long, byte[]> byIndex) {}

    /** The sizes of log and tree, in one snapshot. */
    Uni<Extent> extent() {
        return attempts.at(
                LIMIT,
                () -> pool.query(EXTENT).execute().map(rows -> {
                    Row row = rows.iterator().next();
                    return new Extent(row.getLong(0), row.getLong(1), row.getLong(2));
                }));
    }

    /** The data of a range of positions. */
    Uni<Block> block(long first, long last, int tileWidth) {
        return inSnapshot(connection -> events(connection, first, last)
                .chain(events -> tiles(connection, 0, (first - 1) / tileWidth, (last - 1) / tileWidth)
                        .chain(tiles -> CheckpointTable.between(connection, first - 1, last)
                                .map(checkpoints -> new Block(events, tiles, checkpoints)))));
    }

    Uni<Tiles> tiles(int level, long first, long last) {
        return inSnapshot(connection -> tiles(connection, level, first, last));
    }

    private <T> Uni<T> inSnapshot(Function<SqlConnection, Uni<T>> reads) {
        return attempts.at(
                LIMIT,
                () -> pool.withTransaction(connection -> connection
                        .query("set transaction isolation level repeatable read, read only")
                        .execute()
                        .chain(() -> reads.apply(connection))));
    }

    private static Uni<Tiles> tiles(SqlConnection connection, int level, long first, long last) {
        return connection
                .query(TREE_SIZE)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(size -> connection
                        .preparedQuery(TILES)
                        .execute(Tuple.of((short) level, first, last))
                        .map(rows -> {
                            Map<Long, byte[]> tiles = new HashMap<>();
                            rows.forEach(row -> tiles.put(
                                    row.getLong(0), row.get(Buffer.class, 1).getBytes()));
                            return new Tiles(size, tiles);
                        }));
    }

    /** The tags that aren't indexed, of the given ones. */
    Uni<List<EventTag>> missing(List<Long> positions, List<String> tags, List<String> types) {
        return positions.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tags(
                        MISSING_TAGS,
                        Tuple.tuple()
                                .addArrayOfLong(positions.toArray(Long[]::new))
                                .addArrayOfString(tags.toArray(String[]::new))
                                .addArrayOfString(types.toArray(String[]::new)));
    }

    /** The number of indexed tags. */
    Uni<Long> countTags(long upTo) {
        return attempts.at(
                LONG_LIMIT,
                () -> pool.preparedQuery(TAGS)
                        .execute(Tuple.of(upTo))
                        .map(rows -> rows.iterator().next().getLong(0)));
    }

    /** The first indexed tags that are not in their events. Reads the whole log. */
    Uni<List<EventTag>> extraTags(long upTo, int limit) {
        return tags(EXTRA_TAGS, Tuple.of(upTo, limit));
    }

    private Uni<List<EventTag>> tags(String sql, Tuple arguments) {
        return attempts.at(
                LONG_LIMIT,
                () -> pool.preparedQuery(sql).execute(arguments).map(rows -> {
                    List<EventTag> tags = new ArrayList<>();
                    rows.forEach(row -> tags.add(new EventTag(row.getLong(0), row.getString(1))));
                    return tags;
                }));
    }

    private static Uni<List<LogRow>> events(SqlConnection connection, long first, long last) {
        return connection.preparedQuery(EVENTS).execute(Tuple.of(first, last)).map(rows -> {
            List<LogRow> events = new ArrayList<>(rows.size());
            for (Row row : rows) {
                events.add(new LogRow(
                        row.getLong(0),
                        row.getOffsetDateTime(1).toInstant(),
                        row.getUUID(2),
                        row.getString(3),
                        row.getInteger(4),
                        StoredBytes.of(row.get(Buffer.class, 5).getBytes())));
            }
            return events;
        });
    }
}
