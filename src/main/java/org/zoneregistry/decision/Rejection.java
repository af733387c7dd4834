package org.zoneregistry.decision;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a command was refused. It is a value, not an exception, because a refusal is an ordinary outcome.
 *
 * @param type the problem type that a client sees
 * @param detail what is wrong and what to do, for a person
 * @param about the things that are concerned, by name: {@code zone}, {@code fact}
 */
public record Rejection(ProblemType type, String detail, Map<String, String> about) {

    /** The name under which a violation gives the pointer of its member. */
    public static final String POINTER = "pointer";

    public Rejection {
        about = Map.copyOf(about);
    }

    public static Rejection of(ProblemType type, String detail) {
        return new Rejection(type, detail, Map.of());
    }

    /**
     * Rejects a command whose members break a rule that depends on recorded facts.
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

    /** The same rejection, with one more thing that is concerned. */
    public Rejection about(String name, Object value) {
        var more = new TreeMap<>(about);
        more.put(name, value.toString());
        return new Rejection(type, detail, more);
    }
}
