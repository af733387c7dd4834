package org.zoneregistry.http.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One broken rule.
 *
 * @param pointer the place: a JSON pointer into the body ({@code /name/en}; empty for the whole body), {@code ?name}
 *     for a query parameter, <code>{name}</code> for a part of the path, {@code header:Name} for a header
 * @param detail what to do about it, as a sentence without a full stop
 */
@RegisterForReflection
public record Violation(String pointer, String detail) {

    /** A violation of the query parameter of that name. */
    public static Violation query(String name, String detail) {
        return new Violation("?" + name, detail);
    }

    /** A violation of the path parameter of that name. */
    public static Violation path(String name, String detail) {
        return new Violation("{" + name + "}", detail);
    }

    /** A violation of the header of that name. */
    public static Violation header(String name, String detail) {
        return new Violation("header:" + name, detail);
    }
}
