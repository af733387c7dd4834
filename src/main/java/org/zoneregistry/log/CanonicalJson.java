package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in the canonical form of RFC 8785: members sorted by UTF-16 code units, no white space, the shortest
 * escapes. Equal values have the same bytes.
 *
 * <p>It is narrower than the RFC on purpose: numbers are integers of at most 2^53 in size, which every reader
 * represents exactly. Write other numbers as strings. Throws {@link IllegalArgumentException} for other numbers, for
 * binary values, and for strings with a lone surrogate, which UTF-8 can't hold.
 */
public final class CanonicalJson {

    private static final long LARGEST = 1L << 53;
    private static final BigInteger LARGEST_BIG = BigInteger.valueOf(LARGEST);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    /** The canonical form in UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical form as text. */
    public static String text(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(node.get(i), out);
                }
                out.append(']');
            }
            case STRING -> write(node.textValue(), out);
            case NUMBER -> writeNumber(node, out);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("not a JSON value in the log: a " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey());
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : members) {
            out.append(separator);
            separator = ',';
            write(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
        }
        if (members.isEmpty()) {
            out.append('{');
        }
        out.append('}');
    }

    private static void writeNumber(JsonNode node, StringBuilder out) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("not an integer: " + node + "; write it as a string");
        }
        if (!node.canConvertToLong() || node.bigIntegerValue().abs().compareTo(LARGEST_BIG) > 0) {
            throw new IllegalArgumentException("larger than 2^53: " + node + "; write it as a string");
        }
        out.append(node.longValue());
    }

    static void write(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
                    } else if (Character.isSurrogate(c)) {
                        i = writePair(string, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int writePair(String string, int high, StringBuilder out) {
        int low = high + 1;
        if (!Character.isHighSurrogate(string.charAt(high))
                || low == string.length()
                || !Character.isLowSurrogate(string.charAt(low))) {
            throw new IllegalArgumentException("a string with a lone surrogate at index " + high);
        }
        out.append(string, high, low + 1);
        return low;
    }
}
