package org.zoneregistry.log;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failed statement says about its transaction. Decided by SQLSTATE alone (PostgreSQL's documentation, appendix
 * A): severities and messages come in the server's language.
 */
final class Failures {

    /** A lock, a statement or a transaction that took too long, or a conflict of two. */
    private static final Set<String> TRANSIENT = Set.of("55P03", "57014", "40001", "40P01", "25006");

    /** The log is halted; the log doesn't have an event that was seen. */
    private static final Set<String> HALTED = Set.of("ZR002", "ZR003");

    /**
     * Classes of errors that end the session, maybe after its commit: the connection, an operator, the configuration.
     */
    private static final Set<String> SESSION_ENDS = Set.of("08", "57", "F0");

    /** The same, of single errors: an idle transaction, a transaction that took too long, completion unknown. */
    private static final Set<String> SESSION_ENDS_BY = Set.of("25P03", "25P04", "40003");

    /**
     * Insufficient resources, system errors, internal errors: an error of a statement, or the end of the whole server.
     */
    private static final Set<String> SERVER_MAY_END = Set.of("53", "58", "XX");

    private Failures() {}

    /**
     * Whether the database refused the statement and nothing of it was stored; for an error of which
     * {@link #mayEndServer} is true, this holds only if the session is still there.
     */
    static boolean isRefusal(Throwable failure) {
        String state = state(failure);
        return state != null
                && (TRANSIENT.contains(state) || !(isOf(SESSION_ENDS, state) || SESSION_ENDS_BY.contains(state)));
    }

    /** Whether the server may have crashed with this error, maybe after the statement's commit. */
    static boolean mayEndServer(Throwable failure) {
        String state = state(failure);
        return state != null && isOf(SERVER_MAY_END, state);
    }

    /** Whether the reason for a refusal may pass by itself. */
    static boolean isTransient(Throwable failure) {
        String state = state(failure);
        return state != null && (TRANSIENT.contains(state) || state.startsWith("53") || state.startsWith("58"));
    }

    /** Whether the log takes nothing at all any more. */
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
