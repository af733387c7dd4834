package org.zoneregistry.pages.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the briefing.
 *
 * @param day on which zones are counted, in words; the day of the page makes no difference
 * @param code the address of the page as a QR code
 */
@TemplateData
public record Briefing(int year, String day, List<Stated> claims, ScanCode code) {

    /** An amount of yuan with its fen. */
    private static final Pattern AMOUNT = Pattern.compile("\\b[0-9]{5,}[.][0-9]{2}\\b(?! km²)");

    /**
     * A claim: the stated value and the computed value.
     *
     * @param number of its footnote
     * @param reason why there is no computed value
     */
    @TemplateData
    public record Stated(
            int number,
            String claim,
            String definition,
            String stated,
            String computed,
            String exact,
            String difference,
            String basis,
            String coverage,
            String reason,
            String note,
            String query) {}

    static Briefing of(Visit visit, JsonNode answer) {
        var claims = new ArrayList<Stated>();
        for (JsonNode claim : answer.path("claims")) {
            claims.add(claim(visit, claim, claims.size() + 1));
        }
        LocalDate day = LocalDate.parse(answer.path("zonesValidAt").asText());
        return new Briefing(
                answer.path("year").asInt(), visit.people().day(day), claims, ScanCode.of(visit.permalink(false)));
    }

    private static Stated claim(Visit visit, JsonNode claim, int number) {
        Language language = visit.language();
        People people = visit.people();
        String unit = claim.path("unit").asText();
        return new Stated(
                number,
                ClaimWords.of(claim.path("claim").asText(), language),
                ClaimWords.definition(
                        claim.path("claim").asText(), claim.path("definition").asText(), language),
                value(people, claim.path("stated"), unit, false),
                value(people, claim.path("value"), unit, false),
                "CNY".equals(unit)
                        ? people.exact(claim.path("value"))
                        : claim.path("value").asText(),
                value(people, claim.path("difference"), unit, true),
                claim.has("reason") ? "–" : Vocabulary.of(claim.path("basis").asText(), language),
                people.percent(claim.path("coverage")),
                sentence(claim.path("reason").asText()),
                sentence(claim.path("note").asText()),
                claim.path("query").asText());
    }

    /** A value in words. A stated value may be words already, such as "50 or 60". */
    private static String value(People people, JsonNode value, String unit, boolean isDifference) {
        if (People.isAbsent(value) || value.asText().isEmpty()) {
            return "–";
        }
        String text = value.asText();
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return text.replace(" or ", people.language().pick(" or ", " 或 ")) + ("percent".equals(unit) ? "%" : "");
        }
        var number = new BigDecimal(text);
        if (isDifference && number.signum() == 0) {
            return "0";
        }
        String sign = isDifference && number.signum() > 0 ? "+" : "";
        return sign
                + switch (unit) {
                    case "CNY" -> people.yuan(number);
                    case "percent" ->
                        plain(number, number.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 1)
                                + (isDifference ? people.language().pick(" points", " 个百分点") : "%");
                    case "times" -> plain(number, 2) + "×";
                    default -> plain(number, 3);
                };
    }

    /** A remark of the API, which is in English, with amounts for people. */
    private static String sentence(String text) {
        String readable =
                AMOUNT.matcher(text).replaceAll(amount -> new People(Language.EN).yuan(new BigDecimal(amount.group())));
        return text.isEmpty() ? text : Character.toUpperCase(readable.charAt(0)) + readable.substring(1);
    }

    private static String plain(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return People.grouped(rounded);
    }
}
