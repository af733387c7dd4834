package org.zoneregistry.reference;

import static org.zoneregistry.trade.event.PublishedAggregate.COUNTRY;

import java.util.Set;
import org.zoneregistry.reference.TradeRow.Columns;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** Translates the tables of the whole country: one figure for each subject and year. */
final class NationalRows {

    static final String A_SHARE = "a share: the registry computes it from the figures";
    static final String A_COUNT = "counts of zones: the registry counts its zones itself";
    static final String IN_DOLLARS =
            "in US dollars: the registry's money is CNY, and no rate of exchange is in the data";

    private NationalRows() {}

    /** A row of national.csv. */
    static TradeRow tell(ReferenceRow row) {
        var told = new TradeRow(row, "");
        publish(told, AggregateSubject.FOREIGN_TRADE, columns("national"));
        publish(told, AggregateSubject.ZONES, columns("zones"));
        publish(told, AggregateSubject.COMPREHENSIVE_ZONES, Columns.total("comprehensive_total_yuan"));
        told.leaveOutGiven(A_SHARE, "zones_share_pct", "comprehensive_share_pct");
        told.leaveOutGiven(IN_DOLLARS, "national_total_usd", "zones_total_usd", "zones_export_usd", "zones_import_usd");
        told.leaveOutGiven(
                A_COUNT,
                "n_zones",
                "n_comprehensive",
                "n_bonded",
                "n_bonded_port",
                "n_export_processing",
                "n_logistics_park",
                "n_cross_border");
        return told;
    }

    /**
     * A row of national_totals.csv, which names no page as a source.
     *
     * @param told what national.csv has with a source: {@code 2017:foreign-trade}
     */
    static TradeRow tellTotal(ReferenceRow row, Set<String> told) {
        var telling = new TradeRow(row, "");
        if (told.contains(key(row, AggregateSubject.FOREIGN_TRADE))) {
            telling.leaveOut("row", "national.csv has a figure of that year with a source");
        } else {
            publish(telling, AggregateSubject.FOREIGN_TRADE, Columns.total("foreign_trade_total_yuan"));
        }
        return telling;
    }

    /** A row of telling/derived.csv. */
    static TradeRow tellDerived(ReferenceRow row) {
        var told = new TradeRow(row, "");
        publish(told, AggregateSubject.parse(row.get("subject")), Columns.total("total_yuan"));
        return told;
    }

    private static void publish(TradeRow told, AggregateSubject subject, Columns columns) {
        if (told.row().given(columns.total()).isPresent()) {
            told.publish(
                    key(told.row(), subject),
                    new PublishedAggregate.Key(
                            subject, COUNTRY, Period.parse(told.row().get("year")), null),
                    columns,
                    "");
        }
    }

    private static String key(ReferenceRow row, AggregateSubject subject) {
        return row.get("year") + ":" + subject.wireName();
    }

    private static Columns columns(String whose) {
        return new Columns(whose + "_total_yuan", whose + "_import_yuan", whose + "_export_yuan");
    }
}
