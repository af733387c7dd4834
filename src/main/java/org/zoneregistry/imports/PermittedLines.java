package org.zoneregistry.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limits;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.imports.body.Line;

/** Checks the zone of each line of a file against the limit of the caller. A known zone is checked once for a file. */
final class PermittedLines {

    /** Of a zone. An unknown one is judged again for the next lines: meanwhile it can have a province. */
    private enum Judgement {
        WITHIN,
        OUTSIDE,
        UNKNOWN
    }

    private final Limits limits;
    private final Granted granted;
    private final Map<String, Judgement> judged = new ConcurrentHashMap<>();

    PermittedLines(Limits limits, Granted granted) {
        this.limits = limits;
        this.granted = granted;
    }

    /** Keeps the order. A line about a zone outside of the limit becomes a refused line. */
    CompletableFuture<List<Line>> of(List<Line> lines) {
        if (granted.limit().everywhere()) {
            return CompletableFuture.completedFuture(lines);
        }
        Stream<String> unknown = lines.stream()
                .flatMap(line -> line instanceof Line.WithEntry readable
                        ? Stream.of(readable.entry().zone().value())
                        : Stream.empty())
                .filter(zone -> !judged.containsKey(zone))
                .distinct();
        return Multi.createFrom()
                .items(unknown)
                .onItem()
                .transformToUniAndConcatenate(this::judge)
                .onItem()
                .ignoreAsUni()
                .map(done -> lines.stream().map(this::held).toList())
                .invoke(held -> judged.values().remove(Judgement.UNKNOWN))
                .subscribeAsCompletionStage();
    }

    private Uni<Judgement> judge(String zone) {
        return limits.holds(granted.limit(), zone)
                .map(holds -> holds.map(within -> within ? Judgement.WITHIN : Judgement.OUTSIDE)
                        .orElse(Judgement.UNKNOWN))
                .invoke(judgement -> judged.put(zone, judgement));
    }

    private Line held(Line line) {
        return line instanceof Line.WithEntry(var number, var fields, var entry)
                        && judged.get(entry.zone().value()) == Judgement.OUTSIDE
                ? new Line.WithoutEntry(
                        number,
                        fields,
                        Rejection.of(
                                ProblemType.FORBIDDEN,
                                "The zone " + entry.zone() + " is outside of the limit of the role "
                                        + granted.roleName() + "."))
                : line;
    }
}
