package org.zoneregistry.http.body;

/** JSON pointers (RFC 6901) as strings. */
final class Pointer {

    private static final int LONGEST_NAME = 80;

    private Pointer() {}

    static String member(String parent, String name) {
        return parent + "/" + shown(name).replace("~", "~0").replace("/", "~1");
    }

    static String element(String parent, int index) {
        return parent + "/" + index;
    }

    /**
     * Shortens a name from outside so that it can be shown: not too long, and without half characters that UTF-8 can't
     * represent.
     */
    private static String shown(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .forEach(point ->
                        text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFFFD : point));
        return text.length() < name.length() ? text.append('…').toString() : text.toString();
    }
}
