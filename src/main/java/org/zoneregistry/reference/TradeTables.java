package org.zoneregistry.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of trade as commands: published figures, and entries for zones with a figure. */
final class TradeTables {

    private final ReferenceData data;
    private final Readings readings = Readings.shipped();

    TradeTables(ReferenceData data) {
        this.data = data;
    }

    /** Every row of every table of trade, in order. */
    List<TradeRow> rows() {
        List<TradeRow> national = rows("national.csv").map(NationalRows::tell).toList();
        Set<String> told = new HashSet<>();
        national.forEach(row -> row.commands().forEach(command -> told.add(yearOf(command))));
        var rows = new ArrayList<>(national);
        rows("national_totals.csv")
                .map(row -> NationalRows.tellTotal(row, told))
                .forEach(rows::add);
        rows("telling/derived.csv").map(NationalRows::tellDerived).forEach(rows::add);
        rows("province.csv").map(row -> new ProvinceRows(readings).tell(row)).forEach(rows::add);
        rows("business_forms.csv")
                .map(row -> new BusinessFormRows(readings).tell(row))
                .forEach(rows::add);
        rows("zone_trade.csv").map(row -> new ZoneTradeRows(data).tell(row)).forEach(rows::add);
        return rows;
    }

    private static String yearOf(ReferenceCommand command) {
        return command.idempotencyKey().replaceFirst("^reference:national:", "");
    }

    private static Stream<ReferenceRow> rows(String file) {
        return ReferenceData.table(file).stream();
    }
}
