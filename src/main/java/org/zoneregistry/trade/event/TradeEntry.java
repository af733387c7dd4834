package org.zoneregistry.trade.event;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * One statistical line of a zone's trade.
 *
 * @param id chosen by the reporting office, unique for ever
 * @param zone the zone of the trade
 * @param period the year or month of the trade
 * @param value in CNY, exact
 */
public record TradeEntry(
        EntryId id,
        ZoneCode zone,
        Period period,
        Direction direction,
        BusinessForm businessForm,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner,
        Money value) {

    /** Whether the other entry has the same zone and period. */
    public boolean isWhereAndWhen(TradeEntry other) {
        return zone.equals(other.zone) && period.equals(other.period);
    }
}
