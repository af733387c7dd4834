package org.zoneregistry.statistics.briefing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zoneregistry.statistics.LeadingEnterprises;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.read.LiveZone;

/** Collects the facts for a briefing: zones, cube, published figures and enterprises. */
final class FactFinding {

    private final SqlConnection connection;
    private final Cube cube;
    private final int year;
    private final long knownAt;

    /** For a briefing on a year, in the prefix. */
    FactFinding(SqlConnection connection, int year, long knownAt) {
        this.connection = connection;
        this.cube = Cube.in(connection);
        this.year = year;
        this.knownAt = knownAt;
    }

    private record Leading(Set<String> enterprises, List<Cell> trade) {}

    /** The facts, read one after the other. */
    Uni<Facts> find() {
        return LiveZone.on(connection, Facts.dayOfBriefing(year), knownAt)
                .chain(onTheDay -> LiveZone.on(connection, Period.ofYear(year).lastDay(), knownAt)
                        .chain(atYearEnd -> byZone().chain(byZone -> byForm().chain(byForm -> leading()
                                .chain(leading -> new PublishedFigures(connection)
                                        .find(Facts.keys(year), knownAt)
                                        .map(published -> new Facts(
                                                year,
                                                knownAt,
                                                onTheDay,
                                                atYearEnd,
                                                byZone,
                                                byForm,
                                                leading.trade(),
                                                leading.enterprises(),
                                                published)))))));
    }

    /** The trade of the leading enterprises only: the cube can have many others. */
    private Uni<Leading> leading() {
        return LeadingEnterprises.known(connection, knownAt)
                .chain(leading -> leading.isEmpty()
                        ? Uni.createFrom().item(new Leading(leading, List.of()))
                        : cube.sums(question(
                                        Set.of(year),
                                        EnumSet.of(Dimension.ENTERPRISE),
                                        Map.of(Dimension.ENTERPRISE, leading)))
                                .map(trade -> new Leading(leading, trade)));
    }

    private Uni<List<Cell>> byZone() {
        Set<Integer> years = Set.copyOf(List.of(Facts.BASE_YEAR, year - 1, year)); // can contain the base year twice
        return cube.sums(
                question(
                        years,
                        EnumSet.of(Dimension.YEAR, Dimension.ZONE, Dimension.PROVINCE, Dimension.REGION),
                        Map.of()),
                years.size() * LiveZone.MOST);
    }

    private Uni<List<Cell>> byForm() {
        return cube.sums(
                question(Set.of(year - 1, year), EnumSet.of(Dimension.YEAR, Dimension.BUSINESS_FORM), Map.of()));
    }

    private CubeQuestion question(Set<Integer> years, Set<Dimension> groupBy, Map<Dimension, Set<String>> only) {
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        filter.putAll(only);
        filter.put(
                Dimension.YEAR,
                years.stream().map(each -> Integer.toString(each)).collect(Collectors.toSet()));
        return new CubeQuestion(
                Period.ofYear(Collections.min(years)),
                Period.ofYear(Collections.max(years)),
                groupBy,
                filter,
                null,
                knownAt);
    }
}
