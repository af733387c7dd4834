package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.audit.checkpoint.CheckpointTable;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.eventstore.StoredBytes;

/** Reads what a verification compares, as it lies in the tables. */
final class LogReading {

    /** In this order: what is signed is in the log. */
    private static final String SIGNED = """
            select coalesce((select max(size) from audit_checkpoint), 0), coalesce((select max(size) from audit_tree), 0)
            """;

    private static final String HEAD = "select coalesce(max(position), 0) from event";

    private static final String EVENTS = """
            select position, recorded_at, id, type, version, bytes
            from event
            where position between $1 and $2
            order by position
            """;

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

    /** A tag stands in the bytes as JSON has it. */
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

    private final Pool pool;

    LogReading(Pool pool) {
        this.pool = pool;
    }

    /**
     * How much there is.
     *
     * @param signed the size of the largest tree that was signed
     * @param tree how many leaves the kept tree has
     * @param head the last position of the log
     */
    record Extent(long signed, long tree, long head) {}

    /** A tag of an event. */
    record EventTag(long position, String tag) {}

    /** What belongs to some positions. */
    record Block(List<LogRow> events, Map<Long, byte[]> tiles, List<IssuedCheckpoint> checkpoints) {}

    Uni<Extent> extent() {
        return pool.query(SIGNED)
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(signed -> pool.query(HEAD)
                        .execute()
                        .map(rows -> new Extent(
                                signed.getLong(0),
                                signed.getLong(1),
                                rows.iterator().next().getLong(0))));
    }

    /** What belongs to the positions from one to another, with the tiles by index. */
    Uni<Block> block(long first, long last, int tileWidth) {
        return events(first, last)
                .chain(events -> tiles(0, (first - 1) / tileWidth, (last - 1) / tileWidth)
                        .chain(tiles -> CheckpointTable.between(pool, first - 1, last)
                                .map(checkpoints -> new Block(events, tiles, checkpoints))));
    }

    Uni<Map<Long, byte[]>> tiles(int level, long first, long last) {
        return pool.preparedQuery(TILES)
                .execute(Tuple.of((short) level, first, last))
                .map(rows -> {
                    Map<Long, byte[]> tiles = new HashMap<>();
                    rows.forEach(row ->
                            tiles.put(row.getLong(0), row.get(Buffer.class, 1).getBytes()));
                    return tiles;
                });
    }

    /** Those of some tags that aren't indexed. */
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

    /** How many tags are indexed. */
    Uni<Long> countTags(long upTo) {
        return pool.preparedQuery(TAGS)
                .execute(Tuple.of(upTo))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The first tags that are indexed but not carried. Reads the whole log. */
    Uni<List<EventTag>> extraTags(long upTo, int limit) {
        return tags(EXTRA_TAGS, Tuple.of(upTo, limit));
    }

    private Uni<List<EventTag>> tags(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments).map(rows -> {
            List<EventTag> tags = new ArrayList<>();
            rows.forEach(row -> tags.add(new EventTag(row.getLong(0), row.getString(1))));
            return tags;
        });
    }

    private Uni<List<LogRow>> events(long first, long last) {
        return pool.preparedQuery(EVENTS).execute(Tuple.of(first, last)).map(rows -> {
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
