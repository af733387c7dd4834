package org.zoneregistry.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/**
 * The forms of an answer that has rows. A resource with rows names them in its {@code @Produces}. Then its address also
 * takes the parameter {@value #PARAMETER}, because a link can't send an Accept header.
 */
public final class RowForms {

    /** Rows as text. */
    public static final String CSV = "text/csv";

    /** Rows as a workbook (Office Open XML). */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The query parameter that chooses a form. It has priority over the Accept header. */
    public static final String PARAMETER = "format";

    private static final Map<String, String> BY_NAME = byName();

    private RowForms() {}

    private static Map<String, String> byName() {
        var forms = new LinkedHashMap<String, String>();
        forms.put("json", MediaType.APPLICATION_JSON);
        forms.put("csv", CSV);
        forms.put("xlsx", XLSX);
        return Collections.unmodifiableMap(forms);
    }

    /** The values of the parameter. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Whether a method of a resource takes the parameter. */
    public static boolean areOffered(Method method, Class<?> resource) {
        return List.of(offered(method, resource)).contains(XLSX);
    }

    /**
     * The media type for a value of the parameter.
     *
     * @throws ProblemException {@code validation} if there is no such form
     */
    static String named(String name) {
        String form = BY_NAME.get(name);
        if (form == null) {
            throw ProblemException.invalid(
                    Violation.query(PARAMETER, "must be one of " + String.join(", ", BY_NAME.keySet())));
        }
        return form;
    }

    /** The media types of a method; none if it declares none. */
    static String[] offered(Method method, Class<?> resource) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
        return produces == null ? new String[0] : produces.value();
    }
}
