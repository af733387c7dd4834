package org.zoneregistry.trade.fold;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The finest cell of the trade cube: the entries that are the same in everything but their id and value. Every other
 * sum of trade is a sum of such cells.
 *
 * @param period a month, or the year of what was recorded for a year as a whole
 */
public record TradeCell(
        ZoneCode zone,
        Period period,
        Direction direction,
        BusinessForm businessForm,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner) {

    /** The cell of an entry, as it reads. */
    public static TradeCell of(TradeEntry entry) {
        return new TradeCell(
                entry.zone(),
                entry.period(),
                entry.direction(),
                entry.businessForm(),
                entry.hsChapter(),
                entry.enterprise(),
                entry.partner());
    }
}
