package org.zoneregistry.statistics.briefing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.reference.StatedClaim;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The claims of the press conference, computed from the registry.
 *
 * @param year the year of the trade
 * @param zonesValidAt the day on which zones are counted: 20 March of the next year, as at the press conference
 * @param position the prefix of the log that it was computed from
 * @param definition when entries are used, and when published figures
 * @param claims in the order of the press conference
 */
public record Briefing(int year, LocalDate zonesValidAt, long position, String definition, List<Claim> claims) {

    /** The year of the press conference, the only one with stated figures. */
    static final int STATED_YEAR = 2022;

    static final String DEFINITION = "Trade is computed from the entries if their sum is at least "
            + ZonesTrade.COMPLETE.toPlainString()
            + " of the published total of the zones, or if nothing was published and every live zone has"
            + " entries; otherwise it is the published figure. Indices need entries. Without either, a claim is not in"
            + " the data.";

    public Briefing {
        claims = List.copyOf(claims);
    }

    static Briefing of(Facts facts, List<StatedClaim> stated) {
        Map<String, Claims.Computed> computed =
                new Claims(facts).all().stream().collect(Collectors.toMap(Claims.Computed::name, Function.identity()));
        return new Briefing(
                facts.year(),
                Facts.dayOfBriefing(facts.year()),
                facts.position(),
                DEFINITION,
                stated.stream()
                        .map(claim -> claim(facts, claim, find(computed, claim)))
                        .toList());
    }

    private static Claims.Computed find(Map<String, Claims.Computed> computed, StatedClaim claim) {
        Claims.Computed found = computed.get(claim.name());
        if (found == null) {
            throw new IllegalStateException("There is no computation of the claim " + claim.name() + ".");
        }
        return found;
    }

    private static Claim claim(Facts facts, StatedClaim stated, Claims.Computed computed) {
        ClaimResult finding = computed.finding();
        String figure = facts.year() == STATED_YEAR ? stated.figure() : null;
        boolean ofTrade = !finding.from().isEmpty();
        ZonesTrade first = ofTrade ? finding.from().getFirst() : null;
        Figure coverage = first == null ? null : first.coverage();
        return new Claim(
                computed.name(),
                computed.definition(),
                computed.unit(),
                finding.value(),
                finding.reason(),
                figure,
                difference(finding.value(), figure),
                basis(first),
                first == null ? null : first.entries(),
                coverage == null || coverage.value() == null
                        ? null
                        : coverage.value().toPlainString(),
                finding.from().stream().flatMap(ZonesTrade::source).toList(),
                finding.note(),
                computed.query(),
                facts.position());
    }

    private static String basis(@Nullable ZonesTrade first) {
        if (first == null) {
            return "zones";
        }
        return first.fromEntries() ? "entries" : "published";
    }

    /** The stated value may be a bound in words, such as {@code 50 or 60}. */
    private static @Nullable String difference(@Nullable String value, @Nullable String stated) {
        return value == null || stated == null || !stated.matches("[0-9.]+")
                ? null
                : new BigDecimal(value).subtract(new BigDecimal(stated)).toPlainString();
    }
}
