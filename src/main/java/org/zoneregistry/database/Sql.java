package org.zoneregistry.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Builds one statement: it counts the parameters, and keeps their values in the order in which they were counted. The
 * text is put together by its user. Not thread-safe.
 */
public final class Sql {

    private final Tuple parameters = Tuple.tuple();

    /** One more parameter, as the text names it: {@code $1::bigint}. */
    public String parameter(@Nullable Object value, String type) {
        parameters.addValue(value);
        return "$" + parameters.size() + "::" + type;
    }

    /**
     * The condition that a column has one of some texts, to be appended to other conditions. Empty where there are no
     * texts: then any will do.
     */
    public String any(String column, @Nullable Collection<String> texts) {
        if (texts == null || texts.isEmpty()) {
            return "";
        }
        return texts.size() == 1
                ? " and " + column + " = " + parameter(texts.iterator().next(), "text")
                : " and " + column + " = any(" + parameter(texts.toArray(String[]::new), "text[]") + ")";
    }

    /** The condition that the version of a row is the one that a prefix of the log knows. */
    public String known(long prefix) {
        String position = parameter(prefix, "bigint");
        return "position <= " + position + " and (known_to is null or known_to > " + position + ")";
    }

    /** The values so far. */
    public Tuple parameters() {
        return parameters;
    }

    /** Runs a text that has all of the parameters. */
    public Uni<RowSet<Row>> run(SqlClient database, String text) {
        return database.preparedQuery(text).execute(parameters);
    }
}
