package org.zoneregistry.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The traceparent header (W3C Trace Context, 3.2.2).
 *
 * @param traceId the id of the trace, in hexadecimal
 * @param spanId the id of the caller's span, in hexadecimal
 * @param isSampled whether the caller may have recorded its span
 */
public record TraceParent(String traceId, String spanId, boolean isSampled) {

    /** The header's name. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})"
            + "-(?!0{16})(?<span>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    /** The parts of the header; null if it is absent or malformed, which the standard treats as absent. */
    public static @Nullable TraceParent of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var parent = FORM.matcher(header);
        if (!parent.matches() || ("00".equals(parent.group("version")) && parent.group("more") != null)) {
            return null;
        }
        return new TraceParent(
                parent.group("trace"), parent.group("span"), (Integer.parseInt(parent.group("flags"), 16) & 1) == 1);
    }

    /** The id of the trace; null if the header is absent or malformed. */
    public static @Nullable String traceId(@Nullable String header) {
        TraceParent parent = of(header);
        return parent == null ? null : parent.traceId();
    }
}
