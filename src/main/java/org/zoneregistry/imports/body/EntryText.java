package org.zoneregistry.imports.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.http.body.TextRules;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.Wired;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Parses the members of one line, and finds every violation, in the words of the answer to a single command. An empty
 * text counts as absent.
 */
final class EntryText {

    private final Function<EntryColumn, @Nullable String> text;
    private final List<Violation> violations = new ArrayList<>();

    /** @param text the text of a column; null or empty if it is absent */
    EntryText(Function<EntryColumn, @Nullable String> text) {
        this.text = text;
    }

    Line read(long number, List<String> fields) {
        var id = read(EntryColumn.ENTRY_ID, EntryId::new);
        var code = read(EntryColumn.ZONE, Function.identity());
        var period = read(EntryColumn.PERIOD, Period::parse);
        var direction = read(EntryColumn.DIRECTION, constant(Direction.class));
        var form = read(EntryColumn.BUSINESS_FORM, constant(BusinessForm.class));
        var chapter = read(EntryColumn.HS_CHAPTER, HsChapter::new);
        var enterprise = read(EntryColumn.ENTERPRISE, EnterpriseId::new);
        var partner = read(EntryColumn.PARTNER, Country::new);
        var value = read(EntryColumn.VALUE, Money::parse);
        if (id == null || code == null || period == null || direction == null || form == null || value == null) {
            return new Line.WithoutEntry(number, fields, LineRejections.invalid(violations));
        }
        if (!violations.isEmpty()) {
            return new Line.WithoutEntry(number, fields, LineRejections.invalid(violations));
        }
        ZoneCode zone;
        try {
            zone = new ZoneCode(code);
        } catch (IllegalArgumentException noCode) {
            // a malformed code means "no such zone", as in the path of a single command
            return new Line.WithoutEntry(
                    number, fields, Rejection.of(ProblemType.ZONE_NOT_FOUND, String.valueOf(noCode.getMessage())));
        }
        return new Line.WithEntry(
                number, fields, new TradeEntry(id, zone, period, direction, form, chapter, enterprise, partner, value));
    }

    private <T> @Nullable T read(EntryColumn column, Function<String, T> parse) {
        String given = text.apply(column);
        if (given == null || given.isEmpty()) {
            if (column.required()) {
                violations.add(new Violation(column.pointer(), "is required"));
            }
            return null;
        }
        try {
            TextRules.broken(given).ifPresent(broken -> {
                throw new IllegalArgumentException(broken);
            });
            return parse.apply(given);
        } catch (IllegalArgumentException refused) {
            violations.add(new Violation(
                    column.pointer(), refused.getMessage() == null ? "is not valid" : refused.getMessage()));
            return null;
        }
    }

    private static <E extends Enum<E> & Wired> Function<String, E> constant(Class<E> type) {
        return name -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.wireName().equals(name)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("must be one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Wired::wireName)
                                    .toList()));
        };
    }
}
