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
 * The finest cell of the trade cube: the entries that differ only in id and value. Every other sum of trade is a sum of
 * such cells.
 *
 * @param period a month, or a year for entries that were recorded for a whole year
 */
public record TradeCell(
        ZoneCode zone,
        Period period,
        Direction direction,
        BusinessForm businessForm,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner) {

    /** The cell of an entry with its current content. */
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
