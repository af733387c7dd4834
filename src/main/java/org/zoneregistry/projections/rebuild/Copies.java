package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;

/** Copies of projections as of a past prefix, for those who ask them. */
@ApplicationScoped
public class Copies {

    /** What a copy can be called. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** As a violation says it. */
    public static final String NAME_DETAIL = "must be lower-case letters and digits with single hyphens between them";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_SCHEMA = "3F000";

    private final RebuildTable rebuilds;

    Copies(Pool pool) {
        this.rebuilds = new RebuildTable(pool);
    }

    /** The copies of a name, of which one must be of that projection; else fails with {@code copy-not-found}. */
    public Uni<Copy> named(String name, String projection) {
        return CallerContext.returnTo(rebuilds.select("where r.copy = $1 and " + RebuildTable.READY, name))
                .map(found -> {
                    if (found.stream()
                            .noneMatch(copy -> copy.shown().projection().equals(projection))) {
                        throw missing(name, projection);
                    }
                    long position =
                            found.stream().mapToLong(RebuildRow::position).min().orElse(0);
                    return new Copy(
                            name,
                            position,
                            found.stream().map(RebuildRow::generation).toList());
                });
    }

    /**
     * Asks a copy, in the transaction of a connection, in which its tables have the names that they always have from
     * then on.
     */
    public static <T> Uni<T> asking(Copy copy, SqlConnection connection, Supplier<Uni<T>> question) {
        return connection
                .query(copy.holding() + ";" + copy.finding())
                .execute()
                .chain(() -> question.get())
                .onFailure(Copies::isGone)
                .transform(gone -> gone(copy));
    }

    /** Asks a copy in a transaction of its own. */
    public static <T> Uni<T> asking(Copy copy, Pool pool, Function<SqlConnection, Uni<T>> question) {
        return CallerContext.toItsEnd(
                pool.withTransaction(connection -> asking(copy, connection, () -> question.apply(connection))));
    }

    /** Whether something failed because a copy was dropped meanwhile. */
    public static boolean isGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return List.of(UNDEFINED_TABLE, UNDEFINED_SCHEMA).contains(String.valueOf(refused.getSqlState()));
            }
        }
        return false;
    }

    /** The copy was dropped meanwhile. */
    public static ProblemException gone(Copy copy) {
        return ProblemException.of(
                ProblemType.COPY_NOT_FOUND, "The copy " + copy.name() + " was dropped meanwhile. Ask for another.");
    }

    static ProblemException missing(String name, String projection) {
        return ProblemException.of(
                ProblemType.COPY_NOT_FOUND,
                "There is no copy " + name + " of " + projection + " that can be read. GET /v1/projections/"
                        + projection + "/rebuilds lists those there are.");
    }
}
