package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Cube;

/** The trade cube as series. */
@Singleton
final class TradeSeries {

    /**
     * Which series are asked for.
     *
     * @param validAt the day that counts for a zone's province; {@code null} for each period's last
     * @param knownAt the prefix of the log
     */
    record Question(
            WantedSeries wanted,
            TimeWindow window,
            @Nullable LocalDate validAt,
            long knownAt) {}

    private final Cube cube;

    TradeSeries(Cube cube) {
        this.cube = cube;
    }

    /**
     * The series, those of one {@link Breakdown} after the other, each ordered by key. The cube is asked for the next one
     * when the one before it is used up.
     */
    Multi<List<Series>> of(Question question) {
        return Multi.createFrom()
                .iterable(Breakdown.of(question.wanted()))
                .onItem()
                .transformToUniAndConcatenate(breakdown -> cube.sums(breakdown.question(
                                question.wanted(), question.window(), question.validAt(), question.knownAt()))
                        .map(new SeriesOfCells(breakdown, question.wanted(), question.window())::series));
    }
}
