package org.zoneregistry.illustrative;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.zone.event.ZoneCode;

/** The enterprises of the larger zones: a leading one and two others. */
final class Enterprises {

    static final int OF_A_ZONE = 3;

    /** A zone with at least this {@link TradingZone#size} has enterprises. */
    private static final long LARGE = 10_000;

    private Enterprises() {}

    static boolean hasSome(TradingZone zone) {
        return zone.size() >= LARGE;
    }

    static EnterpriseId id(ZoneCode zone, int number) {
        return new EnterpriseId(Dataset.ILLUSTRATIVE_PREFIX + zone + "-" + number);
    }

    /**
     * The enterprises of a zone.
     *
     * @param year the first year in which it trades
     */
    static Stream<Enterprise> of(TradingZone zone, int year) {
        LocalDate since = YearMonth.of(year, zone.months().getFirst()).atEndOfMonth();
        return IntStream.rangeClosed(1, hasSome(zone) ? OF_A_ZONE : 0)
                .mapToObj(number -> new Enterprise(
                        id(zone.code(), number),
                        "Illustrative enterprise " + number + " of " + zone.code(),
                        zone.code(),
                        new Industry(BusinessForms.main(zone).wireName()),
                        number == 1,
                        since,
                        since));
    }
}
