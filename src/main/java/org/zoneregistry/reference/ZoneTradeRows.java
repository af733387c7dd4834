package org.zoneregistry.reference;

import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;

/** Translates zone_trade.csv: entries of zones, for years. */
final class ZoneTradeRows {

    private final ReferenceData data;

    ZoneTradeRows(ReferenceData data) {
        this.data = data;
    }

    TradeRow tell(ReferenceRow row) {
        var told = new TradeRow(row, row.get("zone_code"));
        if (!data.zones().containsKey(row.get("zone_code"))) {
            told.leaveOut("row", "a sum over several zones, which is the trade of none of them");
        }
        told.leaveOutGiven(NationalRows.IN_DOLLARS, "total_usd");
        told.year().ifPresent(year -> {
            if (data.zones().containsKey(row.get("zone_code"))) {
                record(told, new ZoneCode(row.get("zone_code")), year);
            }
        });
        return told;
    }

    /** By direction if both are known and add up to the total; otherwise the total, as published. */
    private static void record(TradeRow told, ZoneCode zone, Period year) {
        Money total = told.money("total_yuan");
        Money imports = told.money("import_yuan");
        Money exports = told.money("export_yuan");
        if (total == null) {
            return;
        }
        if (imports == null || exports == null) {
            told.record(zone, year, Direction.TOTAL, total);
        } else if (imports.fen() + exports.fen() == total.fen()) {
            told.record(zone, year, Direction.IMPORT, imports);
            told.record(zone, year, Direction.EXPORT, exports);
        } else {
            told.record(zone, year, Direction.TOTAL, total);
            told.leaveOut("export_yuan, import_yuan", "they do not add up to the total: each was rounded by itself");
        }
    }
}
