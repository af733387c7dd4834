package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Multi;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Cube;

/** The trade cube as series. */
final class TradeSeries {

    /**
     * The requested series.
     *
     * @param validAt the day that decides a zone's province; {@code null} for each period's last
     * @param knownAt the prefix of the log
     */
    record Question(
            WantedSeries wanted,
            TimeWindow window,
            @Nullable LocalDate validAt,
            long knownAt) {}

    private TradeSeries() {}

    /**
     * The series, one {@link Breakdown} after the other, each ordered by area, form of business, chapter and direction.
     * In batches, on demand.
     */
    static Multi<List<Series>> of(Cube cube, Question question) {
        return Multi.createFrom()
                .iterable(Breakdown.of(question.wanted()))
                .onItem()
                .transformToMultiAndConcatenate(breakdown -> of(cube, breakdown, question));
    }

    private static Multi<List<Series>> of(Cube cube, Breakdown breakdown, Question question) {
        var series = new SeriesOfCells(breakdown, question.wanted(), question.window());
        return Multi.createBy()
                .concatenating()
                .streams(
                        cube.streamCovered(
                                        breakdown.question(
                                                question.wanted(),
                                                question.window(),
                                                question.validAt(),
                                                question.knownAt()),
                                        series.order())
                                .map(series::add),
                        Multi.createFrom().item(series::end));
    }
}
