package org.zoneregistry.reference;

import static org.zoneregistry.trade.event.PublishedAggregate.COUNTRY;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.reference.TradeRow.Columns;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/**
 * Translates business_forms.csv: the trade of the country's zones in a form of business and a year. Its two figures of
 * bonded maintenance cover different zones (all zones in 2022, comprehensive ones in 2021). So they are recorded under
 * different subjects, and no growth is computed from them.
 */
final class BusinessFormRows {

    private final Readings readings;

    BusinessFormRows(Readings readings) {
        this.readings = readings;
    }

    TradeRow tell(ReferenceRow row) {
        var told = new TradeRow(row, row.get("business_form"));
        Optional<Period> year = told.year();
        ReferenceRow formReading = readings.form(row.get("business_form"));
        ReferenceRow scopeReading = readings.scope(row.get("scope"));
        Optional<BusinessForm> form = Readings.businessForm(formReading);
        Optional<AggregateSubject> subject = Readings.subject(scopeReading);
        if (form.isEmpty()) {
            told.leaveOut("row", formReading.get("why"));
        }
        if (subject.isEmpty()) {
            told.leaveOut("row", scopeReading.get("why"));
        }
        told.leaveOutGiven(NationalRows.IN_DOLLARS, "total_usd", "export_usd", "import_usd");
        if (row.given("total_yuan").isPresent() && year.isPresent() && form.isPresent() && subject.isPresent()) {
            told.publish(
                    year.get() + ":" + form.get().wireName() + ":"
                            + subject.get().wireName(),
                    new PublishedAggregate.Key(subject.get(), COUNTRY, year.get(), form.get()),
                    new Columns("total_yuan", "import_yuan", "export_yuan"),
                    Stream.of(row.get("scope"), formReading.get("why"), scopeReading.get("why"))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("; ")));
            told.leaveOutGiven("a rate of growth: the registry computes it from the figures", "growth_pct");
        }
        return told;
    }
}
