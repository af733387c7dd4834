package org.zoneregistry.eventstore;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** What a failed statement says about the transaction that it was. */
final class Failures {

    /** Lock or statement timeout, deadlock, too little of something: the same statement may succeed later. */
    private static final Set<String> TRANSIENT = Set.of("55P03", "57014", "40001", "40P01", "25006", "57P03");

    /** Raised by every append while the log is halted. */
    private static final String HALTED = "ZR002";

    private Failures() {}

    /**
     * Whether the database refused the statement and stays there: then nothing of it was stored. A fatal error is none
     * of these, since a session can be ended after its commit and before its answer.
     */
    static boolean isStatementError(Throwable failure) {
        return failure instanceof PgException error && "ERROR".equals(error.getSeverity());
    }

    /** Whether a statement error may pass by itself. */
    static boolean isTransient(Throwable failure) {
        if (!(failure instanceof PgException error) || error.getSqlState() == null) {
            return false;
        }
        String state = error.getSqlState();
        return TRANSIENT.contains(state) || state.startsWith("53") || state.startsWith("58");
    }

    /** Whether the log takes nothing at all any more. */
    static boolean isHalted(Throwable failure) {
        return failure instanceof PgException error && HALTED.equals(error.getSqlState());
    }
}
