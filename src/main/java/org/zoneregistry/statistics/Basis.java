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
 * The data behind figures.
 *
 * @param total the sum of the entries
 * @param coverage what the entries cover; {@code null} if there are no entries
 * @param notBrokenDown trade that was recorded for whole years and is not in the figures of their months; {@code null}
 *     if there is none, or the question is about years
 */
public record Basis(
        Amount total, @Nullable Coverage coverage, @Nullable Amount notBrokenDown) {

    /** The basis of a question's answer, over all groups. */
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

    /** The trade that was recorded for whole years only, see {@link Basis}. */
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

    /** Warnings that trade may be counted twice. */
    public List<String> warnings() {
        return Coverage.warnings(Stream.ofNullable(coverage).toList());
    }
}
