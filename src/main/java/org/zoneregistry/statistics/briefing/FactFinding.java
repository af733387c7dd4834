package org.zoneregistry.statistics.briefing;

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

    private record Trade(List<Cell> byZone, List<Cell> byForm, List<Cell> byEnterprise) {}

    /** The facts of a year, as the prefix has them. */
    Uni<Facts> of(int year, long knownAt) {
        return live(year, knownAt)
                .chain(live -> trade(year, knownAt)
                        .chain(trade -> enterprises
                                .known(knownAt)
                                .chain(leading -> figures.find(Facts.keys(year), knownAt)
                                        .map(published -> new Facts(
                                                year,
                                                knownAt,
                                                live.onTheDay(),
                                                live.atYearEnd(),
                                                trade.byZone(),
                                                trade.byForm(),
                                                trade.byEnterprise(),
                                                leading,
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
                        .chain(byForm -> sums(year, Set.of(Dimension.ENTERPRISE), knownAt)
                                .map(byEnterprise -> new Trade(byZone, byForm, byEnterprise))));
    }

    /** Of the year, the year before and the base year. */
    private Uni<List<Cell>> years(int year, Set<Dimension> by, long knownAt) {
        var groupBy = EnumSet.of(Dimension.YEAR);
        groupBy.addAll(by);
        List<Uni<List<Cell>>> each = Stream.of(year, year - 1, Facts.BASE_YEAR)
                .distinct()
                .map(one -> sums(one, groupBy, knownAt))
                .toList();
        return Uni.join()
                .all(each)
                .andFailFast()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Cell>> sums(int year, Set<Dimension> groupBy, long knownAt) {
        Period period = Period.ofYear(year);
        return cube.sums(new CubeQuestion(period, period, groupBy, Map.of(), null, knownAt));
    }
}
