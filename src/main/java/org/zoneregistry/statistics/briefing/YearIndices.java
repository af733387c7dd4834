package org.zoneregistry.statistics.briefing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Kinds;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.statistics.formula.Concentration;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Theil;
import org.zoneregistry.zone.read.LiveZone;

/** The indices of a year's entries. A zone counts if it was live at the end of the year or traded in it. */
final class YearIndices {

    private final Facts facts;

    YearIndices(Facts facts) {
        this.facts = facts;
    }

    Figure betweenRegions() {
        return theil(Dimension.REGION, zone -> zone.region().wireName()).between();
    }

    Figure withinProvinces() {
        return theil(Dimension.PROVINCE, LiveZone::province).within();
    }

    Figure concentrationOfForms() {
        List<Cell> ofTheYear = facts.byForm().stream()
                .filter(cell -> Integer.toString(facts.year()).equals(cell.key().get(Dimension.YEAR)))
                .toList();
        return Concentration.herfindahlHirschman(
                Kinds.of(Dimension.BUSINESS_FORM, ofTheYear).amounts().values());
    }

    /** The trade of the leading enterprises; {@code null} if there are none. */
    @Nullable
    Amount ofLeadingEnterprises() {
        return facts.leading().isEmpty()
                ? null
                : Amount.sum(facts.byEnterprise().stream()
                        .filter(cell -> facts.leading()
                                .contains(String.valueOf(cell.key().get(Dimension.ENTERPRISE))))
                        .map(Cell::total)
                        .toList());
    }

    private Theil theil(Dimension by, Function<LiveZone, String> groupOf) {
        Map<String, Member> members = new LinkedHashMap<>();
        facts.liveAtYearEnd().forEach(zone -> members.put(zone.code(), new Member(groupOf.apply(zone), Amount.ZERO)));
        facts.ofTheYear()
                .forEach(cell -> members.merge(
                        String.valueOf(cell.key().get(Dimension.ZONE)),
                        new Member(String.valueOf(cell.key().get(by)), cell.total()),
                        Member::plus));
        return Theil.of(members.values().stream()
                .collect(Collectors.groupingBy(
                        Member::group, TreeMap::new, Collectors.mapping(Member::total, Collectors.toList())))
                .values());
    }

    private record Member(String group, Amount total) {

        Member plus(Member more) {
            return new Member(group, total.plus(more.total));
        }
    }
}
