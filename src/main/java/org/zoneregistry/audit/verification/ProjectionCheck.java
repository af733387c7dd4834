package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_MISSING;
import static org.zoneregistry.audit.verification.Finding.Kind.LOG_TRUNCATED;
import static org.zoneregistry.audit.verification.Finding.Kind.ROW_MISSING;
import static org.zoneregistry.audit.verification.Finding.Kind.ROW_UNEXPECTED;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.zoneregistry.audit.verification.Attempts.NotYetException;
import org.zoneregistry.audit.verification.FoldedTables.GapException;
import org.zoneregistry.audit.verification.FoldedTables.LostException;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/**
 * Folds the log again into a schema of its own, and compares the result with the live tables. The projection keeps
 * running. In one snapshot, the check folds the last events up to the position of the live tables, and compares all
 * rows.
 */
final class ProjectionCheck {

    private static final Logger LOG = Logger.getLogger(ProjectionCheck.class);

    /** When no more events than this are left, they are folded in the snapshot. */
    private static final int FOLDED_IN_SNAPSHOT = 200;

    private static final Duration STEP = Duration.ofMinutes(6);
    private static final Duration COMPARISON = Duration.ofHours(2);

    private static final String LIVE = """
            select p.position, p.version,
                   coalesce((select e.position from event e order by e.position desc limit 1), 0),
                   (select relnamespace::regnamespace::text from pg_class where oid = to_regclass(quote_ident($2)))
            from (select) always left join projection p on p.name = $1
            """;

    private final Pool pool;
    private final Attempts attempts;
    private final Projection projection;
    private final Findings findings;
    private final LongConsumer folded;
    private final FoldedTables tables;

    /**
     * @param schema a schema that nothing else uses
     * @param folded is called with each folded position
     */
    ProjectionCheck(
            Pool pool,
            EventLog log,
            Attempts attempts,
            Projection projection,
            String schema,
            Findings findings,
            LongConsumer folded) {
        this.pool = pool;
        this.attempts = attempts;
        this.projection = projection;
        this.findings = findings;
        this.folded = folded;
        this.tables = new FoldedTables(pool, log, projection, schema);
    }

    /**
     * The state of the live tables.
     *
     * @param head the last position of the log
     * @param schema the schema of the live tables
     */
    private record Live(long position, Optional<Integer> version, long head, String schema) {}

    /** Runs the check. Returns the position of the comparison; empty if the log ends before it or has a gap. */
    Uni<Optional<Long>> run() {
        return foldAndCompare()
                .onFailure(LostException.class)
                .retry()
                .atMost(3)
                .onFailure(GapException.class)
                .recoverWithItem(gap -> {
                    findings.add(EVENT_MISSING, gap.position, "event", String.valueOf(gap.getMessage()));
                    return Optional.empty();
                })
                .onTermination()
                .call(() -> tables.drop()
                        .onFailure()
                        .invoke(failure -> LOG.infof("%s is dropped later: %s", tables.schema(), failure))
                        .onFailure()
                        .recoverWithNull());
    }

    private Uni<Optional<Long>> foldAndCompare() {
        return attempts.at(STEP, tables::create)
                .chain(this::fold)
                .chain(() -> attempts.at(COMPARISON, () -> tables.inSnapshot(this::compare)))
                .map(this::report);
    }

    private Uni<Void> fold() {
        var last = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> attempts.at(
                        STEP,
                        () -> live(pool).chain(live -> {
                            long upTo = Math.min(live.position(), live.head());
                            return upTo - last.get() <= FOLDED_IN_SNAPSHOT
                                    ? Uni.createFrom().item(false)
                                    : tables.step(upTo)
                                            .invoke(last::set)
                                            .invoke(folded::accept)
                                            .replaceWith(true);
                        })))
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Live> live(SqlClient client) {
        return client.preparedQuery(LIVE)
                .execute(Tuple.of(
                        projection.name(), projection.tables().getFirst().name()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Long position = row.getLong(0);
                    return new Live(
                            position == null ? 0 : position,
                            Optional.ofNullable(row.getInteger(1)),
                            row.getLong(2),
                            row.getString(3));
                });
    }

    /** The result of a comparison. */
    private record Compared(Live live, List<Finding> findings) {}

    private Uni<Compared> compare(SqlConnection connection) {
        return live(connection).chain(live -> {
            if (live.version().isPresent() && live.version().get() != projection.version()) {
                throw new CannotVerifyException("The tables of " + projection.name() + " were filled by version "
                        + live.version().get() + " of its fold, and this program has version " + projection.version()
                        + ". Try again after they were rebuilt, or on a node with that version.");
            }
            if (live.head() < live.position()) {
                return Uni.createFrom().item(new Compared(live, List.of()));
            }
            return tables.token(connection).chain(token -> {
                if (token > live.position()) {
                    throw new NotYetException("The tables of " + projection.name() + " are at position "
                            + live.position() + ", but were at " + token + " before. Try again later.");
                }
                return tables.fold(connection, live.position())
                        .chain(() -> differences(connection, live.schema()))
                        .map(found -> new Compared(live, found));
            });
        });
    }

    private Optional<Long> report(Compared compared) {
        Live live = compared.live();
        if (live.head() < live.position()) {
            if (!findings.hasAny(LOG_TRUNCATED)) {
                findings.add(
                        LOG_TRUNCATED,
                        live.head() + 1,
                        "event",
                        "The log ends at position " + live.head() + ", but the tables of " + projection.name()
                                + " reflect position " + live.position() + ".");
            }
            return Optional.empty();
        }
        compared.findings().forEach(findings::add);
        return Optional.of(live.position());
    }

    private Uni<List<Finding>> differences(SqlConnection connection, String live) {
        return Multi.createFrom()
                .iterable(projection.tables())
                .onItem()
                .transformToUniAndConcatenate(table -> connection
                        .query(differences(table.contentsIn(tables.schema()), table.contentsIn(live)))
                        .execute()
                        .map(rows -> {
                            List<Finding> found = new ArrayList<>();
                            rows.forEach(row -> found.add(finding(table, row)));
                            return found;
                        }))
                .onItem()
                .<Finding>transformToIterable(found -> found)
                .collect()
                .asList();
    }

    private static String differences(String folded, String kept) {
        return """
                with folded (position, content) as materialized (%s), kept (position, content) as materialized (%s)
                select true, position, content::text
                from ((select * from folded) except all (select * from kept)) missing
                union all
                select false, position, content::text
                from ((select * from kept) except all (select * from folded)) unexpected
                order by 2
                limit %d
                """.formatted(folded, kept, 2 * Findings.KEPT);
    }

    private static Finding finding(ProjectionTable table, Row row) {
        boolean isMissing = row.getBoolean(0);
        return new Finding(
                isMissing ? ROW_MISSING : ROW_UNEXPECTED,
                row.getLong(1),
                table.name(),
                (isMissing
                                ? "This row follows from the log, but is missing: "
                                : "This row does not follow from the log: ")
                        + row.getString(2));
    }
}
