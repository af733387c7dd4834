package org.zoneregistry.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Values in words for people, in a language. Pages show the exact figures beside the rounded ones. */
@TemplateData
public record People(Language language) {

    private static final String NONE = "–";
    private static final int GROUP = 3;
    private static final int DAYS = 365;

    /** Yuan in large units: 8.4 trillion yuan, 8.4 万亿元. */
    public String yuan(BigDecimal yuan) {
        return amount(yuan, language.pick(" yuan", "元"));
    }

    /** An amount in an answer in large units; a dash if it is absent. */
    public String yuan(JsonNode yuan) {
        return isAbsent(yuan) ? NONE : yuan(new BigDecimal(yuan.asText()));
    }

    /** The same without the currency, for charts. */
    public String shortYuan(JsonNode yuan) {
        return isAbsent(yuan) ? NONE : amount(new BigDecimal(yuan.asText()), "");
    }

    private String amount(BigDecimal yuan, String unit) {
        for (Unit large : language == Language.ZH ? Unit.CHINESE : Unit.ENGLISH) {
            if (yuan.abs().compareTo(large.from()) >= 0) {
                return rounded(yuan.divide(large.size())) + large.name() + unit;
            }
        }
        return grouped(yuan.setScale(0, RoundingMode.HALF_EVEN)) + (unit.equals("元") ? " " : "") + unit;
    }

    private record Unit(BigDecimal from, BigDecimal size, String name) {

        static final Unit[] ENGLISH = {
            of("1e12", " trillion"), of("1e9", " billion"), of("1e6", " million"),
        };
        static final Unit[] CHINESE = {
            of("1e12", " 万亿"), of("1e8", " 亿"), of("1e4", " 万"),
        };

        private static Unit of(String size, String name) {
            return new Unit(new BigDecimal(size), new BigDecimal(size), name);
        }
    }

    /** With up to two decimals below 10, one below 1,000, and none above: 8.38, 198.4, 1,984. */
    private static String rounded(BigDecimal number) {
        int decimals = number.abs().compareTo(BigDecimal.TEN) < 0
                ? 2
                : number.abs().compareTo(new BigDecimal(1000)) < 0 ? 1 : 0;
        return grouped(number.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    /** Yuan to the fen, in groups of three digits. */
    public String exact(JsonNode yuan) {
        return isAbsent(yuan) ? NONE : grouped(new BigDecimal(yuan.asText())) + language.pick(" yuan", " 元");
    }

    /** A share in percent; a dash if there is none. */
    public String percent(JsonNode figure) {
        return percent(figure, 1);
    }

    /** A share in percent with a number of decimals; a dash if there is none. */
    public String percent(JsonNode figure, int decimals) {
        JsonNode value = figure.has("value") ? figure.path("value") : figure;
        return isAbsent(value)
                ? NONE
                : new BigDecimal(value.asText())
                                .movePointRight(2)
                                .setScale(decimals, RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + "%";
    }

    /** An index with three decimals. */
    public String index(JsonNode figure) {
        JsonNode value = figure.path("value");
        return isAbsent(value)
                ? NONE
                : new BigDecimal(value.asText())
                        .setScale(GROUP, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** A count in groups of three digits. */
    public String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /**
     * What a sum of entries of one year covers: 2 entries, 1 of 10 zones, whole year.
     *
     * @param coverage the coverage in an answer
     * @param live how many zones are live
     */
    public String covered(JsonNode coverage, int live) {
        if (isAbsent(coverage)) {
            return NONE;
        }
        long entries = coverage.path("entries").asLong();
        long zones = coverage.path("zones").asLong();
        String ofZones = zones > live
                ? language.pick(count(zones) + (zones == 1 ? " zone" : " zones"), count(zones) + " 个区域")
                : language.pick(
                        count(zones) + " of " + count(live) + (live == 1 ? " zone" : " zones"),
                        count(live) + " 个区域中的 " + count(zones) + " 个");
        return language.pick(count(entries) + (entries == 1 ? " entry, " : " entries, "), count(entries) + " 条明细，")
                + ofZones
                + language.pick(", ", "，")
                + parts(coverage);
    }

    /** The parts of a year with entries: its months, or the year as a whole. */
    public String parts(JsonNode coverage) {
        long months = coverage.path("months").asLong();
        boolean isWhole = coverage.path("wholeYears").asLong() > 0;
        String whole = isWhole ? language.pick("whole year", "全年") : "";
        String some = language.pick(months + (months == 1 ? " month" : " months"), months + " 个月");
        return months == 0 ? whole : isWhole ? some + language.pick(" and ", "及") + whole : some;
    }

    /** Digits in groups of three. */
    public static String grouped(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("\\.", 2);
        var whole = new StringBuilder(parts[0]);
        for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
            whole.insert(at, ',');
        }
        return (number.signum() < 0 ? "−" : "") + whole + (parts.length > 1 ? "." + parts[1] : "");
    }

    /** A day: 31 December 2022, 2022年12月31日. */
    public String day(LocalDate day) {
        return language == Language.ZH
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + day.getYear();
    }

    /**
     * A day with known bounds. If the bounds are the ends of a day, a month or a year: that day, month or year.
     * Otherwise both bounds.
     */
    public String days(LocalDate notBefore, LocalDate on) {
        if (notBefore.equals(on)) {
            return day(on);
        }
        boolean endsMonth = on.plusDays(1).getDayOfMonth() == 1;
        if (notBefore.getDayOfMonth() == 1 && endsMonth && notBefore.getYear() == on.getYear()) {
            if (notBefore.getMonth() == on.getMonth()) {
                return month(on);
            }
            if (notBefore.getDayOfYear() == 1 && on.getDayOfYear() >= DAYS) {
                return on.getYear() + language.pick("", "年");
            }
        }
        return day(notBefore) + " – " + day(on);
    }

    private String month(LocalDate day) {
        return language == Language.ZH
                ? day.getYear() + "年" + day.getMonthValue() + "月"
                : day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    /** A day in an answer with known bounds. */
    public String days(JsonNode notBefore, JsonNode on) {
        return isAbsent(on) ? NONE : days(LocalDate.parse(notBefore.asText()), LocalDate.parse(on.asText()));
    }

    /** A day with its time, to the second. */
    public String moment(LocalDateTime moment) {
        return day(moment.toLocalDate())
                + language.pick(", ", " ")
                + String.format(
                        Locale.ROOT, "%02d:%02d:%02d", moment.getHour(), moment.getMinute(), moment.getSecond());
    }

    /** Whether the member is missing or null. */
    public static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
