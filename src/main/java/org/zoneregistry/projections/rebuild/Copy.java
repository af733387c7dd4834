package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * Copies of projections, of one name, as what a question can be asked of. What it can't find in them it finds in the
 * tables that are read ever.
 *
 * @param position the prefix that they are of; of several the shortest
 */
public record Copy(String name, long position, List<Integer> generations) implements ProjectionPosition {

    /** Copies the list. */
    public Copy {
        generations = List.copyOf(generations);
    }

    @Override
    public boolean isLasting() {
        return false; // another copy may get the name
    }

    @Override
    public Uni<Void> reached(long awaited, Duration atMost) {
        return awaited <= position
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(() -> ProblemException.of(
                                ProblemType.KNOWN_AT_IN_THE_FUTURE,
                                "knownAt comes to position " + awaited + ", the copy " + name + " ends at position "
                                        + position + ". Leave knownAt out for all that it has."));
    }

    /** The statement with which a transaction begins that asks them; fails if one of them is no more. */
    public String holding() {
        return Generation.holding(schemas());
    }

    /** The query by which it then finds their tables. */
    public String finding() {
        return Generation.finding(schemas());
    }

    private List<String> schemas() {
        return generations.stream().map(Generation::schema).toList();
    }
}
