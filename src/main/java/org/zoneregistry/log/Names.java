package org.zoneregistry.log;

/** The rule for tags and names of types, so that they can be stored, indexed and joined with U+001F. */
final class Names {

    /** Half of the largest B-tree entry, in the worst case of three bytes a character. */
    static final int LONGEST = 450;

    private Names() {}

    /** Returns the name. */
    static String requireStorable(String name, String what) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a " + what + " has 1 to " + LONGEST + " characters, not " + name.length());
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 0x20) {
                throw new IllegalArgumentException("a " + what + " can't have control characters");
            }
        }
        return name;
    }
}
