package org.zoneregistry.statistics;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;
import org.zoneregistry.statistics.cube.Dimension;

/** What was recorded for years as a whole, beside figures of their months that do not contain it. */
public final class NotBrokenDown {

    private NotBrokenDown() {}

    /** All of it beside a question's answer; empty where there is nothing, or the question is about years. */
    public static Uni<Optional<Amount>> beside(Cube cube, CubeQuestion question) {
        if (!question.from().isMonth()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var years = new CubeQuestion(
                question.from().wholeYear(),
                question.to().wholeYear(),
                Set.of(Dimension.MONTH),
                question.filter(),
                question.validAt(),
                question.knownAt());
        return cube.sums(years).map(NotBrokenDown::total);
    }

    private static Optional<Amount> total(List<Cell> cells) {
        Amount total = Amount.sum(cells.stream()
                .filter(cell -> cell.key().get(Dimension.MONTH) == null)
                .map(Cell::total)
                .toList());
        return total.isZero() ? Optional.empty() : Optional.of(total);
    }
}
