package org.zoneregistry.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.ZoneCommand;
import org.zoneregistry.zone.write.accept.AcceptZone;
import org.zoneregistry.zone.write.amend.AmendFact;
import org.zoneregistry.zone.write.area.AdjustArea;
import org.zoneregistry.zone.write.close.CloseZone;
import org.zoneregistry.zone.write.convert.ConvertToComprehensive;
import org.zoneregistry.zone.write.establish.EstablishZone;
import org.zoneregistry.zone.write.facility.CommissionFacility;
import org.zoneregistry.zone.write.facility.DecommissionFacility;
import org.zoneregistry.zone.write.integrate.IntegrateZones;
import org.zoneregistry.zone.write.rename.RenameZone;
import org.zoneregistry.zone.write.withdraw.WithdrawFact;

/**
 * Random histories of commands with few zones and few days, so that they interact: late facts, several on one day,
 * absorptions, amendments of every value, withdrawals. The deciders refuse some commands.
 */
public final class RandomHistories {

    /** The zones that the commands are about. */
    public static final List<ZoneCode> ZONES =
            List.of(new ZoneCode("a"), new ZoneCode("b-1"), new ZoneCode("c"), new ZoneCode("d-2-x"));

    /** The first of {@value #DAYS} days on which facts can be effective. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2019, 12, 20);

    public static final int DAYS = 24;

    private RandomHistories() {}

    /** A step. The correctable facts are known only when it runs. */
    public sealed interface Step {

        /** Records a fact. */
        record NewFact(ZoneCommand command) implements Step {}

        /** Corrects a recorded fact, which is selected by number, modulo the number of recorded facts. */
        record Correct(int which, Function<UUID, Object> command) implements Step {}

        /**
         * The command; {@code null} if there is no fact yet to correct.
         *
         * @param recorded the ids of the recorded facts, including withdrawn ones
         */
        default @Nullable Object command(List<UUID> recorded) {
            return switch (this) {
                case NewFact(var command) -> command;
                case Correct(int which, var command) ->
                    recorded.isEmpty() ? null : command.apply(recorded.get(which % recorded.size()));
            };
        }
    }

    /** Histories of up to that many commands, with the establishment of most zones near their beginning. */
    public static Arbitrary<List<Step>> histories(int most) {
        var beginnings = zones().list().uniqueElements().ofMinSize(2).flatMap(zones -> {
            var establishments = new ArrayList<Arbitrary<Step>>();
            zones.forEach(zone -> establishments.add(establishments(Arbitraries.just(zone), 0, 8)));
            return Combinators.combine(establishments).as(all -> all);
        });
        return Combinators.combine(beginnings, steps().list().ofMaxSize(most - ZONES.size()))
                .as((beginning, rest) -> {
                    var all = new ArrayList<>(beginning);
                    all.addAll(rest);
                    return all;
                });
    }

    /** Days around those on which facts are effective. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-2, DAYS + 1).map(FIRST_DAY::plusDays);
    }

    private static Arbitrary<Step> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, establishments(zones(), 0, DAYS - 1)),
                        Tuple.of(2, facts((zone, days) -> new AcceptZone(zone, days.on, days.notBefore))),
                        Tuple.of(7, conversions()),
                        Tuple.of(8, integrations()),
                        Tuple.of(
                                3, withArea((zone, area, days) -> new AdjustArea(zone, area, days.on, days.notBefore))),
                        Tuple.of(
                                3, withName((zone, name, days) -> new RenameZone(zone, name, days.on, days.notBefore))),
                        Tuple.of(
                                4,
                                withKind((zone, kind, days) ->
                                        new CommissionFacility(zone, kind, days.on, days.notBefore))),
                        Tuple.of(
                                6,
                                withKind((zone, kind, days) ->
                                        new DecommissionFacility(zone, kind, days.on, days.notBefore))),
                        Tuple.of(1, facts((zone, days) -> new CloseZone(zone, "empty", days.on, days.notBefore))),
                        Tuple.of(8, amendments()),
                        Tuple.of(3, withdrawals()))
                .withoutEdgeCases();
    }

    private record Days(LocalDate on, LocalDate notBefore) {}

    private interface Fact<T> {
        ZoneCommand of(ZoneCode zone, T value, Days days);
    }

    private static Arbitrary<ZoneCode> zones() {
        return Arbitraries.of(ZONES);
    }

    private static Arbitrary<Days> effective(int first, int last) {
        return Combinators.combine(
                        Arbitraries.integers().between(first, last),
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 3)))
                .as((day, uncertain) -> {
                    LocalDate on = FIRST_DAY.plusDays(day);
                    return new Days(on, on.minusDays(uncertain));
                });
    }

    private static Arbitrary<Days> effective() {
        return effective(0, DAYS - 1);
    }

    private static Arbitrary<Step> facts(java.util.function.BiFunction<ZoneCode, Days, ZoneCommand> fact) {
        return Combinators.combine(zones(), effective()).as((zone, days) -> new Step.NewFact(fact.apply(zone, days)));
    }

    private static <T> Arbitrary<Step> facts(Arbitrary<T> values, Fact<T> fact) {
        return Combinators.combine(zones(), values, effective())
                .as((zone, value, days) -> new Step.NewFact(fact.of(zone, value, days)));
    }

    private static Arbitrary<Step> withArea(Fact<BigDecimal> fact) {
        return facts(areas(), fact);
    }

    private static Arbitrary<Step> withName(Fact<ZoneName> fact) {
        return facts(names(), fact);
    }

    private static Arbitrary<Step> withKind(Fact<FacilityKind> fact) {
        return facts(kinds(), fact);
    }

    private static Arbitrary<Step> establishments(Arbitrary<ZoneCode> zones, int first, int last) {
        return Combinators.combine(
                        zones,
                        names(),
                        types(),
                        provinces(),
                        districts().injectNull(0.5),
                        areas().injectNull(0.5),
                        effective(first, last))
                .as((zone, name, type, province, district, area, days) -> new Step.NewFact(
                        new EstablishZone(zone, name, type, province, district, area, days.on, days.notBefore)));
    }

    private static Arbitrary<Step> conversions() {
        return Combinators.combine(
                        zones(),
                        names().injectNull(0.5),
                        areas().injectNull(0.5),
                        zones().list().ofMaxSize(2),
                        effective())
                .as((zone, name, area, absorbs, days) -> new Step.NewFact(
                        new ConvertToComprehensive(zone, name, area, others(absorbs, zone), days.on, days.notBefore)));
    }

    private static Arbitrary<Step> integrations() {
        return Combinators.combine(
                        zones(),
                        Arbitraries.integers().between(1, ZONES.size() - 1),
                        areas().injectNull(0.5),
                        effective())
                .as((zone, other, area, days) -> new Step.NewFact(new IntegrateZones(
                        zone,
                        List.of(ZONES.get((ZONES.indexOf(zone) + other) % ZONES.size())),
                        area,
                        days.on,
                        days.notBefore)));
    }

    private static Arbitrary<Step> amendments() {
        Arbitrary<FactValues> values = Arbitraries.oneOf(
                absorptions(),
                absorptions(),
                Arbitraries.just(FactValues.NONE),
                names().map(name -> FactValues.NONE.with(FactValue.NAME, name)),
                types().map(type -> FactValues.NONE.with(FactValue.TYPE, type)),
                provinces().map(iso -> FactValues.NONE.with(FactValue.PROVINCE, iso)),
                areas().map(area -> FactValues.NONE.with(FactValue.AREA_KM2, area)),
                districts().map(district -> FactValues.NONE.with(FactValue.CUSTOMS_DISTRICT, district)),
                Arbitraries.of("empty", "moved").map(reason -> FactValues.NONE.with(FactValue.REASON, reason)),
                zones().list()
                        .ofMaxSize(2)
                        .map(absorbs ->
                                FactValues.NONE.with(FactValue.ABSORBS, List.copyOf(new LinkedHashSet<>(absorbs)))),
                kinds().map(kind -> FactValues.NONE.with(FactValue.KIND, kind)));
        return Combinators.combine(which(), effective().injectNull(0.3), values)
                .as((which, days, given) -> new Step.Correct(
                        which,
                        fact -> new AmendFact(
                                fact,
                                days == null ? null : days.on,
                                days == null ? null : days.notBefore,
                                given,
                                "it was otherwise")));
    }

    private static Arbitrary<FactValues> absorptions() {
        return zones().list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(absorbs -> FactValues.NONE.with(FactValue.ABSORBS, absorbs));
    }

    private static Arbitrary<Step> withdrawals() {
        return which().map(which -> new Step.Correct(which, fact -> new WithdrawFact(fact, "it never was")));
    }

    private static Arbitrary<Integer> which() {
        return Arbitraries.integers().between(0, 1000);
    }

    private static Arbitrary<ZoneName> names() {
        return Combinators.combine(
                        Arbitraries.of("Alpha Zone", "Port 'B', \"east\"", "Gamma"),
                        Arbitraries.of("甲区", "乙综合保税区").injectNull(0.4))
                .as(ZoneName::new);
    }

    private static Arbitrary<BigDecimal> areas() {
        return Arbitraries.of("0.5", "1.980", "3", "200", "5.94").map(BigDecimal::new);
    }

    private static Arbitrary<String> districts() {
        return Arbitraries.of("2301", "nanjing");
    }

    private static Arbitrary<String> provinces() {
        return Arbitraries.of("CN-JS", "CN-SH", "CN-CQ");
    }

    private static Arbitrary<ZoneType> types() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(ZoneType.class)),
                Tuple.of(1, Arbitraries.just(ZoneType.COMPREHENSIVE_BONDED_ZONE)));
    }

    private static Arbitrary<FacilityKind> kinds() {
        return Arbitraries.of(FacilityKind.SMART_GATE, FacilityKind.BONDED_WAREHOUSE);
    }

    private static List<ZoneCode> others(List<ZoneCode> zones, ZoneCode zone) {
        var others = new LinkedHashSet<>(zones);
        others.remove(zone);
        return List.copyOf(others);
    }
}
