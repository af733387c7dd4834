package org.zoneregistry.statistics.cube;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zoneregistry.trade.event.Period;

/**
 * The parts of years to read.
 *
 * @param byMonth whether months are kept apart
 */
record Span(List<Short> years, List<Short> parts, boolean byMonth) {

    /** The number of parts of a year: the whole year, which comes first, and twelve months. */
    static final int PARTS_OF_A_YEAR = 13;

    /** Whether a question is about months, or has them in its breakdown. */
    static boolean separatesMonths(CubeQuestion question) {
        return question.from().isMonth()
                || question.filter().containsKey(Dimension.MONTH)
                || question.groupBy().contains(Dimension.MONTH);
    }

    /**
     * The span of a question.
     *
     * @param monthByMonth whether years must be read month by month
     */
    static Span of(CubeQuestion question, boolean monthByMonth) {
        Set<String> wantedYears = question.filter().get(Dimension.YEAR);
        boolean isFiltered = question.filter().containsKey(Dimension.MONTH);
        List<Period> wanted = wanted(question);
        boolean byMonth = monthByMonth || separatesMonths(question);
        IntStream years = IntStream.rangeClosed(
                        question.from().year(), question.to().year())
                .filter(year -> wantedYears == null || wantedYears.contains(Integer.toString(year)))
                .filter(year -> !isFiltered || wanted.stream().anyMatch(period -> period.year() == year));
        IntStream parts =
                byMonth ? IntStream.range(question.from().isMonth() ? 1 : 0, PARTS_OF_A_YEAR) : IntStream.of(-1);
        return new Span(
                boxed(years),
                boxed(parts.filter(part -> !isFiltered || wanted.stream().anyMatch(period -> part(period) == part))),
                byMonth);
    }

    /** The months and whole years that the filter names. */
    static List<Period> wanted(CubeQuestion question) {
        return question.filter().getOrDefault(Dimension.MONTH, Set.of()).stream()
                .map(Period::parse)
                .toList();
    }

    private static List<Short> boxed(IntStream numbers) {
        return numbers.mapToObj(number -> (short) number).toList();
    }

    private static int part(Period period) {
        return period.month() == null ? 0 : period.month();
    }

    /** A number that sorts months and whole years by time. */
    static int number(Period period) {
        return period.year() * PARTS_OF_A_YEAR + part(period);
    }
}
