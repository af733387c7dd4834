package org.zoneregistry.logging;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces another throwable in the log. It has the same class name, stack trace and causes; its messages are
 * {@link Escaped}.
 */
final class EscapedThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    private final String shown;

    private EscapedThrowable(Throwable original, String shown, @Nullable Throwable cause) {
        super(shown, cause, true, true);
        this.shown = shown;
        setStackTrace(original.getStackTrace());
    }

    /** Returns the throwable itself if nothing in it or its causes needs an escape. */
    static Throwable of(Throwable original) {
        return isPlain(original, identitySet()) ? original : escaped(original, identitySet());
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // shows the class name of the original
    public String toString() {
        return shown;
    }

    @SuppressWarnings("ReferenceEquality") // the same object means that nothing was escaped
    private static boolean isPlain(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        String text = thrown.toString();
        if (Escaped.of(text) != text || !isPlain(thrown.getCause(), seen)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isPlain(suppressed, seen)) {
                return false;
            }
        }
        return true;
    }

    private static Throwable escaped(Throwable original, Set<Throwable> seen) {
        seen.add(original);
        Throwable cause = original.getCause();
        EscapedThrowable copy = new EscapedThrowable(
                original,
                Escaped.of(original.toString()),
                cause == null || seen.contains(cause) ? null : escaped(cause, seen));
        for (Throwable suppressed : original.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(escaped(suppressed, seen));
            }
        }
        return copy;
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
