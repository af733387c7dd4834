package org.zoneregistry.projections.rebuild;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.projections.rebuild.Rebuild.Phase;
import org.zoneregistry.projections.rebuild.Rebuild.State;

/**
 * A rebuild as the table has it.
 *
 * @param position the prefix that its tables are of; 0 where they have to be filled from nothing
 */
record RebuildRow(Rebuild shown, int generation, long position) {

    static final String SELECT = """
            select id, projection, generation, version, copy, up_to, state, phase, position, folded, target, began_at,
                   began_from, started_at, seen_at, ended_at, problem
            from projection_rebuild
            """;

    static RebuildRow of(Row row) {
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        long position = row.getLong("position");
        long reached = Math.max(position, row.getLong("folded"));
        long target = Math.max(reached, row.getLong("target"));
        Instant seen = instant(row, "seen_at");
        Instant began = instant(row, "began_at");
        Long rate = began == null || seen == null ? null : rate(began, seen, reached - row.getLong("began_from"));
        boolean isFilling = state == State.FILLING;
        return new RebuildRow(
                new Rebuild(
                        row.getUUID("id"),
                        row.getString("projection"),
                        row.getInteger("version"),
                        row.getString("copy"),
                        row.getLong("up_to"),
                        state,
                        isFilling
                                ? Phase.valueOf(row.getString("phase")
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_'))
                                : null,
                        reached,
                        target,
                        rate,
                        isFilling && rate != null && rate > 0 ? Long.valueOf((target - reached) / rate) : null,
                        row.getOffsetDateTime("started_at").toInstant(),
                        row.getOffsetDateTime("seen_at").toInstant(),
                        instant(row, "ended_at"),
                        row.getString("problem")),
                row.getInteger("generation"),
                position);
    }

    private static @Nullable Long rate(Instant began, Instant seen, long events) {
        long millis = Duration.between(began, seen).toMillis();
        return millis <= 0 || events <= 0 ? null : Long.valueOf(events * 1000 / millis);
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    UUID id() {
        return shown.id();
    }
}
