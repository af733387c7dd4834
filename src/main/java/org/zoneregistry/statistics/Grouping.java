package org.zoneregistry.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.cube.Dimension;

/** The requested breakdown, as sent: names separated by commas, or a repeated parameter. */
public final class Grouping {

    /** How to ask for fewer sums. */
    public static final String NARROWER =
            "Leave dimensions out of groupBy, ask for fewer periods with from and to, or for a"
                    + " part of the trade with zone, province, region, type, businessForm, direction or hsChapter.";

    private Grouping() {}

    /** The dimensions, if they are allowed; others are reported. */
    public static Set<Dimension> read(QueryParameters query, @Nullable List<String> groupBy, Set<Dimension> allowed) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        if (groupBy != null) {
            groupBy.stream()
                    .flatMap(names -> Arrays.stream(names.split(",", -1)))
                    .forEach(name -> {
                        Dimension dimension = query.read("groupBy", name, text -> named(text, allowed));
                        if (dimension != null) {
                            dimensions.add(dimension);
                        }
                    });
        }
        return dimensions;
    }

    /** The single dimension in a parameter, if it is allowed; {@code null} if it was reported. */
    public static @Nullable Dimension one(
            QueryParameters query, String parameter, String given, Set<Dimension> allowed) {
        return query.read(parameter, given, text -> named(text, allowed));
    }

    private static Dimension named(String name, Set<Dimension> allowed) {
        return allowed.stream()
                .filter(dimension -> dimension.wireName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + allowed.stream().sorted().map(Dimension::wireName).collect(Collectors.joining(", "))));
    }
}
