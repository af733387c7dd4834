package org.zoneregistry.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a command was refused. A value, not an exception: a refusal is an ordinary outcome.
 *
 * @param type the problem type that a client sees
 * @param detail what is wrong and what to do, for a person
 * @param about what it is about, by name: {@code zone}, {@code fact}
 */
public record Rejection(ProblemType type, String detail, Map<String, String> about) {

    /** What a violation is about: the pointer of the member. */
    public static final String POINTER = "pointer";

    public Rejection {
        about = Map.copyOf(about);
    }

    public static Rejection of(ProblemType type, String detail) {
        return new Rejection(type, detail, Map.of());
    }

    /**
     * The rejection of a command whose members break a rule that the recorded facts have a part in.
     *
     * @param pointer the JSON pointer of the member in the request's body
     * @param detail what is wrong, as a sentence without a subject and a full stop
     */
    public static Rejection invalid(String pointer, String detail) {
        return new Rejection(ProblemType.VALIDATION, detail, Map.of(POINTER, pointer));
    }

    /** The code of its type. */
    public String code() {
        return type.code();
    }

    /** The same, naming one thing more that it is about. */
    public Rejection about(String name, Object value) {
        var more = new TreeMap<>(about);
        more.put(name, value.toString());
        return new Rejection(type, detail, more);
    }
}
