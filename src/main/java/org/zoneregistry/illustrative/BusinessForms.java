package org.zoneregistry.illustrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.zone.event.ZoneType;

/** The forms of business of a zone, and their chapters. */
final class BusinessForms {

    /** The chapters of each form, the most likely first. */
    private static final Map<BusinessForm, List<String>> CHAPTERS = Map.of(
            BusinessForm.BONDED_PROCESSING, List.of("85", "84", "90", "87", "39", "61"),
            BusinessForm.BONDED_LOGISTICS, List.of("85", "84", "27", "74", "33", "22", "30", "12"),
            BusinessForm.BONDED_R_AND_D, List.of("30", "85", "90"),
            BusinessForm.BONDED_MAINTENANCE, List.of("88", "84", "85", "89"),
            BusinessForm.FINANCIAL_LEASING, List.of("88", "89"),
            BusinessForm.CROSS_BORDER_E_COMMERCE, List.of("33", "19", "21", "62", "95"),
            BusinessForm.FUTURES_DELIVERY, List.of("74", "27", "76"));

    /** Secondary forms of zones, the most likely first. */
    private static final List<BusinessForm> SECONDARY = List.of(
            BusinessForm.BONDED_MAINTENANCE,
            BusinessForm.CROSS_BORDER_E_COMMERCE,
            BusinessForm.FINANCIAL_LEASING,
            BusinessForm.BONDED_R_AND_D,
            BusinessForm.FUTURES_DELIVERY);

    private BusinessForms() {}

    /** The main form of the zone: processing, or logistics, as in nearly all bonded zones. */
    static BusinessForm main(TradingZone zone) {
        int processing = zone.type() == ZoneType.BONDED_ZONE ? 10 : 65;
        return Chance.of("main form", zone.code()).percent(processing)
                ? BusinessForm.BONDED_PROCESSING
                : BusinessForm.BONDED_LOGISTICS;
    }

    /** Its secondary forms: the other of the two main forms, and two more. */
    static List<BusinessForm> secondary(TradingZone zone) {
        var forms = new ArrayList<BusinessForm>();
        forms.add(
                main(zone) == BusinessForm.BONDED_PROCESSING
                        ? BusinessForm.BONDED_LOGISTICS
                        : BusinessForm.BONDED_PROCESSING);
        Chance chance = Chance.of("forms", zone.code());
        while (forms.size() < 3) {
            BusinessForm form = chance.oneOf(SECONDARY);
            if (!forms.contains(form)) {
                forms.add(form);
            }
        }
        return forms;
    }

    /** The share of a secondary form in its trade, in thousandths. */
    static int permille(TradingZone zone, BusinessForm form) {
        Chance chance = Chance.of("permille", zone.code(), form);
        return switch (form) {
            case BONDED_PROCESSING, BONDED_LOGISTICS -> chance.between(60, 350);
            case FUTURES_DELIVERY -> chance.between(5, 20);
            default -> chance.between(20, 60);
        };
    }

    /** The chapter of a line: mostly the zone's own in that form. */
    static HsChapter chapter(TradingZone zone, BusinessForm form, Chance line) {
        List<String> chapters = Objects.requireNonNull(CHAPTERS.get(form));
        String own = Chance.of("chapter", zone.code(), form).oneOf(chapters);
        return new HsChapter(line.percent(65) ? own : line.oneOf(chapters));
    }
}
