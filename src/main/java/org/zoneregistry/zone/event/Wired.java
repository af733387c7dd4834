package org.zoneregistry.zone.event;

/** A value with a fixed name in requests, answers and the log. That name is independent of its name in the code. */
public interface Wired {

    /** The kebab-case name that requests, answers and stored events use. */
    String wireName();

    /**
     * Finds the constant of an enumeration by its wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none with that name
     */
    static <E extends Enum<E> & Wired> E parse(Class<E> type, String wireName) {
        var known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            if (constant.wireName().equals(wireName)) {
                return constant;
            }
            known.append(known.isEmpty() ? "" : ", ").append(constant.wireName());
        }
        throw new IllegalArgumentException("One of: " + known + ".");
    }
}
