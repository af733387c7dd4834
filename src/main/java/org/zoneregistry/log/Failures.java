package org.zoneregistry.log;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a failed statement for its transaction. Decided by SQLSTATE only (PostgreSQL's documentation, appendix
 * A), because severities and messages come in the server's language.
 */
final class Failures {

    /** A lock, a statement or a transaction took too long, or two conflicted. */
    private static final Set<String> TRANSIENT = Set.of("55P03", "57014", "40001", "40P01", "25006");

    /** The log is halted, or the log lacks an event that was seen. */
    private static final Set<String> HALTED = Set.of("ZR002", "ZR003");

    /**
     * Classes of errors that end the session, possibly after its commit: the connection, an operator, the
     * configuration.
     */
    private static final Set<String> SESSION_ENDS = Set.of("08", "57", "F0");

    /**
     * Single errors with the same effect: an idle transaction, a transaction that took too long, completion unknown.
     */
    private static final Set<String> SESSION_ENDS_BY = Set.of("25P03", "25P04", "40003");

    /** Insufficient resources, system errors, internal errors: the statement failed, or the whole server ended. */
    private static final Set<String> SERVER_MAY_END = Set.of("53", "58", "XX");

    private Failures() {}

    /**
     * Whether the database refused the statement and stored nothing of it. If {@link #mayEndServer} is true for the
     * error, this holds only if the session still exists.
     */
    static boolean isRefusal(Throwable failure) {
        String state = state(failure);
        return state != null
                && (TRANSIENT.contains(state) || !(isOf(SESSION_ENDS, state) || SESSION_ENDS_BY.contains(state)));
    }

    /** Whether the server may have crashed with this error, possibly after the statement's commit. */
    static boolean mayEndServer(Throwable failure) {
        String state = state(failure);
        return state != null && isOf(SERVER_MAY_END, state);
    }

    /** Whether the reason for a refusal may disappear without a change. */
    static boolean isTransient(Throwable failure) {
        String state = state(failure);
        return state != null && (TRANSIENT.contains(state) || state.startsWith("53") || state.startsWith("58"));
    }

    /** Whether the log accepts no more events. */
    static boolean isHalted(Throwable failure) {
        String state = state(failure);
        return state != null && HALTED.contains(state);
    }

    private static boolean isOf(Set<String> classes, String state) {
        return classes.contains(state.substring(0, 2));
    }

    private static @Nullable String state(Throwable failure) {
        if (!(failure instanceof PgException error)) {
            return null;
        }
        String state = error.getSqlState();
        return state != null && state.length() == 5 ? state : null;
    }
}
