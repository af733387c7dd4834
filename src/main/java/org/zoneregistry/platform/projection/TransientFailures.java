package org.zoneregistry.platform.projection;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.LogUnavailableException;

/** Tells failures that pass by themselves from those that would come again. */
public final class TransientFailures {

    /**
     * Classes of SQLSTATE (PostgreSQL's appendix A): connection, transaction rollback, insufficient resources, object
     * not in the needed state, operator intervention, system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** The transaction sat idle for too long, and was ended by the server. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private TransientFailures() {}

    /** Whether what failed may succeed when it is tried again. */
    public static boolean isTransient(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PgException refused -> {
                    return isTransientState(refused.getSqlState());
                }
                case SQLException refused -> {
                    return refused.getSQLState() == null || isTransientState(refused.getSQLState());
                }
                // the client's own: a connection closed, a pool that ran dry
                case VertxException _,
                        NoStackTraceThrowable _,
                        IOException _,
                        LogUnavailableException _,
                        TimeoutException _ -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || state.equals(IDLE_IN_TRANSACTION));
    }
}
