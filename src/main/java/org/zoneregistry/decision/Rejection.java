package org.zoneregistry.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a command was refused. A value, not an exception: a refusal is an ordinary outcome.
 *
 * @param code the kebab-case code, which is the code of the problem type that a client sees
 * @param detail what is wrong and what to do, for a person
 * @param about what it is about, by name: {@code zone}, {@code fact}
 */
public record Rejection(String code, String detail, Map<String, String> about) {

    /** The code of a rejection that is a violation. */
    public static final String INVALID = "validation";

    /** What a violation is about: the pointer of the member. */
    public static final String POINTER = "pointer";

    public Rejection {
        about = Map.copyOf(about);
    }

    public static Rejection of(String code, String detail) {
        return new Rejection(code, detail, Map.of());
    }

    /**
     * The rejection of a command whose members break a rule that the recorded facts have a part in.
     *
     * @param pointer the JSON pointer of the member in the request's body
     * @param detail what is wrong, as a sentence without a subject and a full stop
     */
    public static Rejection invalid(String pointer, String detail) {
        return new Rejection(INVALID, detail, Map.of(POINTER, pointer));
    }

    /** The same, naming one thing more that it is about. */
    public Rejection about(String name, Object value) {
        var more = new TreeMap<>(about);
        more.put(name, value.toString());
        return new Rejection(code, detail, more);
    }
}
