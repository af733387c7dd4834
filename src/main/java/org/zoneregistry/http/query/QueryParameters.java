package org.zoneregistry.http.query;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.EffectiveDay;
import org.zoneregistry.http.body.TextRules;
import org.zoneregistry.http.body.Violations;
import org.zoneregistry.http.body.WireName;
import org.zoneregistry.http.problem.Violation;

/**
 * Reads query parameters, which resources take as nullable strings: a conversion by Jakarta REST would answer 404 and
 * report one at a time. Each method returns null if the parameter is absent or has been reported; {@link #check()} ends
 * the reading. An empty value is a violation. Not thread-safe.
 *
 * <pre>{@code
 * var query = new QueryParameters();
 * var type = query.oneOf("type", typeText, ZoneType.class);
 * var text = query.text("q", qText, 100);
 * query.check();
 * }</pre>
 */
public final class QueryParameters {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST_SHOWN = 80;

    private final Violations violations = new Violations();

    /** A text that obeys {@link TextRules}, with at least one character. */
    public @Nullable String text(String name, @Nullable String given, int mostCharacters) {
        return read(name, given, value -> {
            if (value.length() > mostCharacters) {
                throw new IllegalArgumentException("must have at most " + mostCharacters + " characters");
            }
            return value;
        });
    }

    /** A text that matches the whole pattern. The detail says what is expected ("must be …"). */
    public @Nullable String matching(String name, @Nullable String given, Pattern pattern, String detail) {
        return read(name, given, value -> {
            if (!pattern.matcher(value).matches()) {
                throw new IllegalArgumentException(detail);
            }
            return value;
        });
    }

    /** A constant by its {@link WireName}. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String given, Class<E> type) {
        return read(name, given, value -> constant(value, type));
    }

    private static <E extends Enum<E>> E constant(String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> WireName.of(constant).equals(value))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(WireName::of)
                                .collect(Collectors.joining(", "))));
    }

    /**
     * The values of a filter that accepts several: separated by commas, or in repeated parameters.
     *
     * @return in the order of the request; empty if the parameter is absent or has been reported
     */
    public <T> Set<T> each(String name, List<String> given, Function<String, T> parser) {
        return read(name, given.stream().flatMap(values -> Arrays.stream(values.split(",", -1))), parser);
    }

    /** The values of a filter whose values may contain commas: repeated parameters only. */
    public <T> Set<T> eachWhole(String name, List<String> given, Function<String, T> parser) {
        return read(name, given.stream(), parser);
    }

    private <T> Set<T> read(String name, Stream<String> given, Function<String, T> parser) {
        var found = new LinkedHashSet<T>();
        given.forEach(value -> {
            T read = read(name, value, parser);
            if (read != null) {
                found.add(read);
            }
        });
        return found;
    }

    /** The names of several constants, by their {@link WireName}. */
    public <E extends Enum<E>> Set<String> eachNameOf(String name, List<String> given, Class<E> type) {
        return each(name, given, value -> WireName.of(constant(value, type)));
    }

    /** An integer from least to most, both included. */
    public @Nullable Long integer(String name, @Nullable String given, long least, long most) {
        return read(name, given, value -> {
            var inForm = INTEGER.matcher(value).matches();
            if (!inForm || Long.parseLong(value) < least || Long.parseLong(value) > most) {
                throw new IllegalArgumentException("must be an integer from " + least + " to " + most);
            }
            return Long.valueOf(value);
        });
    }

    /** A day such as 2022-12-31, in the years of {@link EffectiveDay}. */
    public @Nullable LocalDate day(String name, @Nullable String given) {
        return read(name, given, QueryParameters::dayOf);
    }

    /** Any value. The parser throws {@link IllegalArgumentException} with the reason ("must be …"). */
    public <T> @Nullable T read(String name, @Nullable String given, Function<String, T> parser) {
        if (given == null) {
            return null;
        }
        try {
            if (given.isEmpty()) {
                throw new IllegalArgumentException("must not be empty; leave it out instead");
            }
            TextRules.broken(given).ifPresent(broken -> {
                throw new IllegalArgumentException(broken);
            });
            return parser.apply(given);
        } catch (IllegalArgumentException refused) {
            violations.add(Violation.query(name, refused.getMessage() == null ? "is not valid" : refused.getMessage()));
            return null;
        }
    }

    /** Reports a violation between parameters. */
    public void violation(Violation violation) {
        violations.add(violation);
    }

    /**
     * Ends the request if anything was reported.
     *
     * @throws org.zoneregistry.http.problem.ProblemException {@code validation} with every violation so far
     */
    public void check() {
        violations.throwIfAny();
    }

    /** A name from outside, shortened so that it can be shown. */
    public static String shown(String name) {
        return TextRules.broken(name).isPresent() || name.length() > LONGEST_SHOWN ? "…" : name;
    }

    private static LocalDate dayOf(String value) {
        if (!DAY.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a date such as 2022-12-31");
        }
        return EffectiveDay.parse(value).on();
    }
}
