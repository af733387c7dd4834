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

    public Rejection {
        about = Map.copyOf(about);
    }

    public static Rejection of(String code, String detail) {
        return new Rejection(code, detail, Map.of());
    }

    /** The same, naming one thing more that it is about. */
    public Rejection about(String name, Object value) {
        var more = new TreeMap<>(about);
        more.put(name, value.toString());
        return new Rejection(code, detail, more);
    }
}
