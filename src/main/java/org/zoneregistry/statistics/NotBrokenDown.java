package org.zoneregistry.statistics;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;

/** What was recorded for years as a whole, beside figures of their months that do not contain it. */
public final class NotBrokenDown {

    private NotBrokenDown() {}

    /** All of it beside a question's answer; empty where there is nothing, or the question is about years. */
    public static Uni<Optional<Amount>> beside(Cube cube, CubeQuestion question) {
        if (!question.from().isMonth()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return cube.sums(question.ofWholeYears(Set.of())).map(NotBrokenDown::total);
    }

    private static Optional<Amount> total(List<Cell> cells) {
        Amount total = Amount.sum(cells.stream().map(Cell::total).toList());
        return total.isZero() ? Optional.empty() : Optional.of(total);
    }
}
