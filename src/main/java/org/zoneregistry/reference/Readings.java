package org.zoneregistry.reference;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * The meaning of words in the tables of trade.
 *
 * @param scopes telling/scopes.csv, by scope
 * @param forms telling/forms.csv, by the form's name in business_forms.csv
 */
record Readings(Map<String, ReferenceRow> scopes, Map<String, ReferenceRow> forms) {

    static Readings shipped() {
        return new Readings(by("scope", "telling/scopes.csv"), by("business_form", "telling/forms.csv"));
    }

    /** @throws IllegalArgumentException if the scope is not listed: it needs a judgement */
    ReferenceRow scope(String scope) {
        return listed(scopes, scope);
    }

    /** @throws IllegalArgumentException if the form is not listed: it needs a judgement */
    ReferenceRow form(String form) {
        return listed(forms, form);
    }

    static Optional<AggregateSubject> subject(ReferenceRow scope) {
        return scope.given("subject").map(AggregateSubject::parse);
    }

    static Optional<BusinessForm> businessForm(ReferenceRow form) {
        return form.given("form").map(BusinessForm::parse);
    }

    private static ReferenceRow listed(Map<String, ReferenceRow> readings, String word) {
        ReferenceRow reading = readings.get(word);
        if (reading == null) {
            throw new IllegalArgumentException("\"" + word + "\" needs a judgement.");
        }
        return reading;
    }

    private static Map<String, ReferenceRow> by(String column, String file) {
        return ReferenceData.table(file).stream()
                .collect(Collectors.toMap(row -> row.get(column), Function.identity()));
    }
}
