package org.zoneregistry.statistics;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Cell;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.CoveredCell;
import org.zoneregistry.statistics.cube.Cube;
import org.zoneregistry.statistics.cube.CubeQuestion;

/**
 * What figures are computed from.
 *
 * @param total the sum of the entries
 * @param coverage what the entries cover; {@code null} where there are no entries
 * @param notBrokenDown what was recorded for years as a whole, beside figures of their months that do not contain it;
 *     {@code null} where there is nothing, or the question is about years
 */
public record Basis(
        Amount total, @Nullable Coverage coverage, @Nullable Amount notBrokenDown) {

    /** The basis of a question's answer, with all its groups together. */
    public static Uni<Basis> of(Cube cube, CubeQuestion question) {
        return cube.covered(question.by(Set.of()))
                .chain(cells -> notBrokenDown(cube, question).map(beside -> {
                    CoveredCell all = cells.isEmpty() ? null : cells.getFirst();
                    return new Basis(
                            all == null ? Amount.ZERO : all.cell().total(),
                            all == null ? null : all.coverage(),
                            beside.orElse(null));
                }));
    }

    /** The second part of it alone. */
    public static Uni<Optional<Amount>> notBrokenDown(Cube cube, CubeQuestion question) {
        if (!question.from().isMonth()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return cube.sums(question.ofWholeYears(Set.of()))
                .map(cells -> cells.stream()
                        .map(Cell::total)
                        .filter(total -> !total.isZero())
                        .findFirst());
    }

    /** What is to be said where trade may be counted twice. */
    public List<String> warnings() {
        return Coverage.warnings(Stream.ofNullable(coverage).toList());
    }
}
