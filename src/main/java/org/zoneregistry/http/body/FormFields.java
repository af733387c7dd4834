package org.zoneregistry.http.body;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** The fields of a form, as a browser sends them: application/x-www-form-urlencoded in UTF-8. */
public final class FormFields {

    private final Map<String, String> values;

    private FormFields(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException {@code validation} if it is malformed, or has a field twice
     */
    static FormFields parse(byte[] body) {
        var values = new HashMap<String, String>();
        String text = new String(body, StandardCharsets.US_ASCII);
        for (String field : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign < 0 || values.put(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1))) != null) {
                throw malformed();
            }
        }
        return new FormFields(values);
    }

    /** The value without white space around it; empty if the field is absent. */
    public String of(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(ProblemType.VALIDATION, "The form can't be read: each field is given once.");
    }
}
