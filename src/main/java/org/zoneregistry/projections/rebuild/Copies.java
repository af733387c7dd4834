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

/** Finds copies of projections as of a past prefix, and queries them. */
@ApplicationScoped
public class Copies {

    /** The pattern of names. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    /** The text of a violation of {@link #NAME}. */
    public static final String NAME_DETAIL = "must be lower-case letters and digits with single hyphens between them";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_SCHEMA = "3F000";

    private final RebuildTable rebuilds;

    Copies(Pool pool) {
        this.rebuilds = new RebuildTable(pool);
    }

    /** The copies with a name, one of them of that projection; fails with {@code copy-not-found} if there is none. */
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
     * Queries a copy in the transaction of a connection. From then on its tables have their usual names in that
     * transaction.
     */
    public static <T> Uni<T> asking(Copy copy, SqlConnection connection, Supplier<Uni<T>> question) {
        return connection
                .query(copy.holding() + ";" + copy.finding())
                .execute()
                .chain(() -> question.get())
                .onFailure(Copies::isGone)
                .transform(gone -> gone(copy));
    }

    /** Queries a copy in a transaction of its own. */
    public static <T> Uni<T> asking(Copy copy, Pool pool, Function<SqlConnection, Uni<T>> question) {
        return CallerContext.toItsEnd(
                pool.withTransaction(connection -> asking(copy, connection, () -> question.apply(connection))));
    }

    /** Whether a question failed because a copy was dropped in the meantime. */
    public static boolean isGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return List.of(UNDEFINED_TABLE, UNDEFINED_SCHEMA).contains(String.valueOf(refused.getSqlState()));
            }
        }
        return false;
    }

    /** The problem if a copy was dropped in the meantime. */
    public static ProblemException gone(Copy copy) {
        return ProblemException.of(
                ProblemType.COPY_NOT_FOUND, "The copy " + copy.name() + " was dropped. Start another one.");
    }

    static ProblemException missing(String name, String projection) {
        return ProblemException.of(
                ProblemType.COPY_NOT_FOUND,
                "There is no copy " + name + " of " + projection + " that is ready. GET /v1/projections/" + projection
                        + "/rebuilds lists all copies.");
    }
}
