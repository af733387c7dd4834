package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * The copies of one name, as the tables that a question reads. Tables without a copy are read from the live tables.
 *
 * @param position the prefix that they are of; of several the shortest
 */
public record Copy(String name, long position, List<Integer> generations) implements ProjectionPosition {

    public Copy {
        generations = List.copyOf(generations);
    }

    @Override
    public boolean follows() {
        return false;
    }

    @Override
    public boolean isLasting() {
        return false; // another copy may get the name
    }

    @Override
    public long end() {
        return position;
    }

    @Override
    public Uni<Void> reached(long awaited, Duration atMost) {
        return awaited <= position
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(() -> ProblemException.of(
                                ProblemType.KNOWN_AT_IN_THE_FUTURE,
                                "knownAt is position " + awaited + ", the copy " + name + " ends at position "
                                        + position + ". Without knownAt, the whole copy is used."));
    }

    /** The first statement of a transaction that queries them; fails if one of them was dropped. */
    public String holding() {
        return Generation.holding(schemas());
    }

    /** The query that then puts their schemas on the search path. */
    public String finding() {
        return Generation.finding(schemas());
    }

    private List<String> schemas() {
        return generations.stream().map(Generation::schema).toList();
    }
}
