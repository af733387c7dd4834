package org.zoneregistry.statistics.briefing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zoneregistry.statistics.LeadingEnterprises;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.cube.PublishedFigures;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneStates;

/** Asks the zones, the cube, the published figures and the enterprises for what a briefing needs. */
@ApplicationScoped
public class FactFinding {

    private final ZoneStates states;
    private final Cube cube;
    private final PublishedFigures figures;
    private final LeadingEnterprises enterprises;

    FactFinding(ZoneStates states, Cube cube, PublishedFigures figures, LeadingEnterprises enterprises) {
        this.states = states;
        this.cube = cube;
        this.figures = figures;
        this.enterprises = enterprises;
    }

    private record Live(List<Zone> onTheDay, List<Zone> atYearEnd) {}

    private record Leading(Set<String> enterprises, List<Cell> trade) {}

    /** The facts of a year, as the prefix has them; all asked for at once. */
    Uni<Facts> of(int year, long knownAt) {
        return Uni.combine()
                .all()
                .unis(
                        live(year, knownAt),
                        years(year, EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, Dimension.REGION), knownAt),
                        years(year, EnumSet.of(Dimension.BUSINESS_FORM), knownAt),
                        leading(year, knownAt),
                        figures.find(Facts.keys(year), knownAt))
                .with((live, byZone, byForm, leading, published) -> new Facts(
                        year,
                        knownAt,
                        live.onTheDay(),
                        live.atYearEnd(),
                        byZone,
                        byForm,
                        leading.trade(),
                        leading.enterprises(),
                        published));
    }

    /** One after the other, since they share a session. */
    private Uni<Live> live(int year, long knownAt) {
        return states.live(Facts.dayOfBriefing(year), knownAt)
                .chain(onTheDay -> states.live(Period.ofYear(year).lastDay(), knownAt)
                        .map(atYearEnd -> new Live(onTheDay, atYearEnd)));
    }

    /** Of the few enterprises that lead, out of all that trade. */
    private Uni<Leading> leading(int year, long knownAt) {
        return enterprises
                .known(knownAt)
                .chain(leading -> leading.isEmpty()
                        ? Uni.createFrom().item(new Leading(leading, List.of()))
                        : sums(year, year, Set.of(Dimension.ENTERPRISE), Map.of(Dimension.ENTERPRISE, leading), knownAt)
                                .map(trade -> new Leading(leading, trade)));
    }

    /** Of the year, the year before and the base year. */
    private Uni<List<Cell>> years(int year, Set<Dimension> by, long knownAt) {
        var groupBy = EnumSet.of(Dimension.YEAR);
        groupBy.addAll(by);
        Set<Integer> years = new TreeSet<>(List.of(Facts.BASE_YEAR, year - 1, year));
        return sums(
                Collections.min(years),
                Collections.max(years),
                groupBy,
                Map.of(
                        Dimension.YEAR,
                        years.stream().map(each -> Integer.toString(each)).collect(Collectors.toSet())),
                knownAt);
    }

    private Uni<List<Cell>> sums(
            int from, int to, Set<Dimension> groupBy, Map<Dimension, Set<String>> filter, long knownAt) {
        return cube.sums(new CubeQuestion(Period.ofYear(from), Period.ofYear(to), groupBy, filter, null, knownAt));
    }
}
