package org.zoneregistry.bench;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.zoneregistry.bench.HttpLoad.Request;

/** Requests about a {@link TradeLog}, with random zones, days and positions. */
final class TradeRequests {

    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);
    private static final int DAYS = 6_500;

    private final SplittableRandom random = new SplittableRandom(20_230_320);
    private final AtomicLong number = new AtomicLong();
    private final long head;

    /** @param head the last position of the log */
    TradeRequests(long head) {
        this.head = head;
    }

    String zone() {
        return TradeLog.zone(random.nextInt(TradeLog.ZONES)).value();
    }

    LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    /** A position after the zones were established. */
    long position() {
        return random.nextLong(TradeLog.ZONES, head + 1);
    }

    /** Establishes the zone of {@link #entry}. */
    static Request zoneOfEntries() {
        return Request.post("/v1/zones", """
                {"code": "measured", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010"}""");
    }

    /** A new entry of trade. */
    Request entry() {
        return Request.post("/v1/zones/measured/trade", """
                {"entryId": "E-%d", "period": "2022-11", "direction": "export", "businessForm": "bonded-processing",
                 "hsChapter": "84", "partner": "DE", "value": "198400000.00"}""".formatted(number.incrementAndGet()));
    }
}
