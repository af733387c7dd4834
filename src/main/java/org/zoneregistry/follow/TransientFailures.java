package org.zoneregistry.follow;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.LogHaltedException;
import org.zoneregistry.log.LogUnavailableException;

/** Tells transient failures from lasting ones. */
public final class TransientFailures {

    /**
     * Classes of SQLSTATE (PostgreSQL's appendix A): connection, transaction rollback, insufficient resources, object
     * not in the needed state, operator intervention, system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** The server ended a transaction that was idle for too long. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private TransientFailures() {}

    /** Whether a retry may succeed after this failure. */
    public static boolean isTransient(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PgException refused -> {
                    return isTransientState(refused.getSqlState());
                }
                // failures of the client itself: a closed connection, an empty pool
                case VertxException _,
                        NoStackTraceThrowable _,
                        IOException _,
                        LogUnavailableException _,
                        LogHaltedException _,
                        TimeoutException _,
                        java.util.concurrent.TimeoutException _ -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /**
     * Whether the database can't be reached, or ends its connections. Such a failure is logged where connections are
     * opened; callers don't need to log it again.
     */
    public static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PgException refused -> {
                    return isOutageState(refused.getSqlState());
                }
                case VertxException _,
                        NoStackTraceThrowable _,
                        IOException _,
                        LogHaltedException _,
                        java.util.concurrent.TimeoutException _ -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }

    /** Whether a retry may succeed after a failure with this SQLSTATE. */
    public static boolean isTransientState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || state.equals(IDLE_IN_TRANSACTION));
    }
}
