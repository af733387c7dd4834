package org.zoneregistry.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import org.zoneregistry.process.CallerContext;

/** The leading enterprises, from the tables of the projection {@code statistics}. */
public final class LeadingEnterprises {

    private static final String FIND = """
            select enterprise
            from enterprise
            where is_leading and position <= $1 and (known_to is null or known_to > $1)
            """;

    private LeadingEnterprises() {}

    /** The ids of the enterprises that are registered as leading in the prefix. */
    public static Uni<Set<String>> known(SqlClient database, long knownAt) {
        return CallerContext.returnTo(database.preparedQuery(FIND)
                .execute(Tuple.of(knownAt))
                .map(rows -> {
                    var ids = new HashSet<String>();
                    for (Row row : rows) {
                        ids.add(row.getString("enterprise"));
                    }
                    return Set.copyOf(ids);
                }));
    }
}
