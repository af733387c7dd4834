package org.zoneregistry.statistics.briefing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final int AT_ONCE = 4;

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

    private record Trade(List<Cell> byZone, List<Cell> byForm) {}

    private record Leading(Set<String> enterprises, List<Cell> trade) {}

    /** The facts of a year, as the prefix has them. */
    Uni<Facts> of(int year, long knownAt) {
        return live(year, knownAt)
                .chain(live -> trade(year, knownAt)
                        .chain(trade -> leading(year, knownAt)
                                .chain(leading -> figures.find(Facts.keys(year), knownAt)
                                        .map(published -> new Facts(
                                                year,
                                                knownAt,
                                                live.onTheDay(),
                                                live.atYearEnd(),
                                                trade.byZone(),
                                                trade.byForm(),
                                                leading.trade(),
                                                leading.enterprises(),
                                                published)))));
    }

    private Uni<Live> live(int year, long knownAt) {
        return states.live(Facts.dayOfBriefing(year), knownAt)
                .chain(onTheDay -> states.live(Period.ofYear(year).lastDay(), knownAt)
                        .map(atYearEnd -> new Live(onTheDay, atYearEnd)));
    }

    private Uni<Trade> trade(int year, long knownAt) {
        return years(year, EnumSet.of(Dimension.ZONE, Dimension.PROVINCE, Dimension.REGION), knownAt)
                .chain(byZone -> years(year, EnumSet.of(Dimension.BUSINESS_FORM), knownAt)
                        .map(byForm -> new Trade(byZone, byForm)));
    }

    /** Enterprise by enterprise: the few that lead, out of all that trade. */
    private Uni<Leading> leading(int year, long knownAt) {
        return enterprises
                .known(knownAt)
                .chain(leading -> Multi.createFrom()
                        .iterable(leading)
                        .onItem()
                        .transformToUni(enterprise -> sums(
                                year,
                                year,
                                Set.of(Dimension.ENTERPRISE),
                                Map.of(Dimension.ENTERPRISE, enterprise),
                                knownAt))
                        .merge(AT_ONCE)
                        .collect()
                        .asList()
                        .map(each -> new Leading(
                                leading, each.stream().flatMap(List::stream).toList())));
    }

    /** Of the year, the year before and the base year. */
    private Uni<List<Cell>> years(int year, Set<Dimension> by, long knownAt) {
        var groupBy = EnumSet.of(Dimension.YEAR);
        groupBy.addAll(by);
        Uni<List<Cell>> lately = sums(year - 1, year, groupBy, Map.of(), knownAt);
        if (Facts.BASE_YEAR == year || Facts.BASE_YEAR == year - 1) {
            return lately;
        }
        return sums(Facts.BASE_YEAR, Facts.BASE_YEAR, groupBy, Map.of(), knownAt)
                .chain(base -> lately.map(
                        late -> Stream.concat(late.stream(), base.stream()).toList()));
    }

    private Uni<List<Cell>> sums(
            int from, int to, Set<Dimension> groupBy, Map<Dimension, String> filter, long knownAt) {
        return cube.sums(new CubeQuestion(Period.ofYear(from), Period.ofYear(to), groupBy, filter, null, knownAt));
    }
}
