package org.zoneregistry.statistics.completeness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.CivilTime;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.database.Sql;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.trade.event.Period;

/** Finds the reports of zones in the entries, and the time of the first one of each month in the log. */
@ApplicationScoped
public class ReportedMonths {

    private final EventLog log;
    private final CivilTime civilTime;

    ReportedMonths(EventLog log, CivilTime civilTime) {
        this.log = log;
        this.civilTime = civilTime;
    }

    /**
     * The requested rows, by zone and month.
     *
     * @param known the prefix; its time decides whether a month's last day for reporting is over
     */
    Uni<List<ZoneMonth>> find(SqlClient database, CompletenessQuestion question, Prefix known) {
        var sql = new Sql();
        return CallerContext.returnTo(sql.run(database, question.rows(sql))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> recorded(rows)
                        .map(recorded -> rows.stream()
                                .map(row -> row(row, recorded, known.recordedAt()))
                                .toList())));
    }

    /** The recorded times of the first events of months, by position. */
    private Uni<Map<Long, Instant>> recorded(List<Row> rows) {
        List<Long> positions = rows.stream()
                .map(row -> row.getLong("first_position"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return Uni.createFrom()
                .completionStage(() -> log.findByPositions(positions))
                .map(events -> {
                    Map<Long, Instant> recorded = new HashMap<>();
                    events.forEach(event -> recorded.put(event.position(), event.recordedAt()));
                    return recorded;
                });
    }

    private ZoneMonth row(Row row, Map<Long, Instant> recorded, Instant known) {
        Period month = Period.parse(row.getString("month"));
        LocalDate due = month.lastDay().plusDays(Completeness.LATE_AFTER_DAYS);
        Long position = row.getLong("first_position");
        Instant first = position == null ? null : recorded.get(position);
        long entries = row.getLong("entries");
        return new ZoneMonth(
                row.getString("zone"),
                month.toString(),
                row.getString("type"),
                row.getString("province"),
                row.getString("region"),
                reporting(entries, first, civilTime.end(due), known),
                entries,
                row.getLong("whole_year_entries"),
                due,
                first,
                position);
    }

    private static Reporting reporting(long entries, @Nullable Instant first, Instant end, Instant known) {
        if (entries == 0 || first == null) {
            return known.isBefore(end) ? Reporting.AWAITED : Reporting.MISSING;
        }
        return first.isBefore(end) ? Reporting.REPORTED : Reporting.LATE;
    }
}
