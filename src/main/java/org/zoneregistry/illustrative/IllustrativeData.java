package org.zoneregistry.illustrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.reference.ReferenceTranslation;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The illustrative data. Pure: the same reference data give the same enterprises and entries.
 *
 * @param enterprises the enterprises in the entries
 * @param entries from the first to the last year with a published total of the zones, by year, zone and month
 */
public record IllustrativeData(List<Enterprise> enterprises, List<TradeEntry> entries) {

    public IllustrativeData {
        enterprises = List.copyOf(enterprises);
        entries = List.copyOf(entries);
    }

    /** Distributes the figures of the reference data over the zones. */
    public static IllustrativeData from(ReferenceTranslation reference) {
        Published published = Published.in(reference);
        var enterprises = new LinkedHashMap<ZoneCode, List<Enterprise>>();
        var entries = new ArrayList<TradeEntry>();
        for (Map.Entry<Integer, Long> ofYear : published.totals().entrySet()) {
            int year = ofYear.getKey();
            List<Trade> trade = new TradeOfAYear(published, year).spread();
            var lines = new EntryLines(year, ofYear.getValue() / trade.size());
            for (Trade ofZone : trade) {
                enterprises.computeIfAbsent(
                        ofZone.zone().code(),
                        zone -> Enterprises.of(ofZone.zone(), year).toList());
                entries.addAll(lines.of(ofZone));
            }
        }
        return new IllustrativeData(
                enterprises.values().stream().flatMap(List::stream).toList(), entries);
    }
}
