package org.zoneregistry.reference;

import org.zoneregistry.reference.TradeRow.Columns;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** Translates province.csv: the foreign trade of a province in a year, and that of its zones. */
final class ProvinceRows {

    private final Readings readings;

    ProvinceRows(Readings readings) {
        this.readings = readings;
    }

    TradeRow tell(ReferenceRow row) {
        String province = ReferenceZones.province(row);
        var told = new TradeRow(row, province);
        told.year().ifPresent(year -> {
            foreignTrade(told, province, year);
            zones(told, province, year);
            told.leaveOutGiven(NationalRows.A_SHARE, "zones_share_pct");
            told.leaveOutGiven(NationalRows.A_COUNT, "n_zones", "n_comprehensive");
        });
        return told;
    }

    private static void foreignTrade(TradeRow told, String province, Period year) {
        if (told.row().given("total_trade_yuan").isPresent()) {
            publish(
                    told,
                    new PublishedAggregate.Key(AggregateSubject.FOREIGN_TRADE, province, year, null),
                    new Columns("total_trade_yuan", "import_yuan", "export_yuan"),
                    "");
        }
    }

    private void zones(TradeRow told, String province, Period year) {
        if (told.row().given("zones_trade_yuan").isEmpty()) {
            return;
        }
        ReferenceRow scope = readings.scope(told.row().get("zones_scope"));
        Readings.subject(scope)
                .ifPresentOrElse(
                        subject -> publish(
                                told,
                                new PublishedAggregate.Key(subject, province, year, null),
                                Columns.total("zones_trade_yuan"),
                                told.row().get("zones_scope") + "; " + subject.wireName() + " of the province"),
                        () -> told.leaveOut("zones_trade_yuan", scope.get("why")));
    }

    private static void publish(TradeRow told, PublishedAggregate.Key of, Columns columns, String reading) {
        told.publish(of.territory() + ":" + of.period() + ":" + of.subject().wireName(), of, columns, reading);
    }
}
