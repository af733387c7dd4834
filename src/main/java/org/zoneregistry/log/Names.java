package org.zoneregistry.log;

/** What a tag or the name of a type may look like, so that it can be stored, indexed and joined with U+001F. */
final class Names {

    /** Half of what a B-tree entry can hold, in the worst case of three bytes a character. */
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
