package org.zoneregistry.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.decision.ProblemType;

/**
 * What went wrong with one request. It is a value, and is thrown only inside a {@link ProblemException}.
 *
 * @param type the kind of problem
 * @param detail what happened and what to do, for a person; no personal data, no stack trace
 * @param violations the broken rules of a {@link ProblemType#VALIDATION}, otherwise empty
 * @param members extension members (RFC 9457, 3.2), such as {@code zone}; Jackson must be able to write the values
 * @param headers additional header fields of the answer, such as {@code Retry-After}
 */
public record Problem(
        ProblemType type,
        String detail,
        List<Violation> violations,
        Map<String, Object> members,
        Map<String, String> headers) {

    /** More violations than this are not reported. */
    public static final int MOST_VIOLATIONS = 100;

    public Problem {
        violations = List.copyOf(violations);
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** A problem of that type without violations and extension members. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), Map.of());
    }

    /** A {@link ProblemType#VALIDATION} with these violations, at least one. */
    public static Problem invalid(List<Violation> violations) {
        var detail = violations.size() == 1
                ? "1 violation: " + violations.getFirst().pointer() + " "
                        + violations.getFirst().detail() + "."
                : violations.size() + " violations; see the member violations.";
        return new Problem(ProblemType.VALIDATION, detail, violations, Map.of(), Map.of());
    }

    /** The same problem with an extension member. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, violations, more, headers);
    }

    /** The same problem with a header field. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, violations, members, more);
    }

    /** The same problem as an exception, to throw or to fail a {@code Uni} with. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
