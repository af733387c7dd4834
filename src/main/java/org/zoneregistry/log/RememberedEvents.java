package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers from the cache instead of sourcing if the guess is probably right, and notes the assumptions. */
final class RememberedEvents {

    private final Context context;
    private final SourceCache cache;
    private final SourceQueue sourcing;

    RememberedEvents(Context context, SourceCache cache, SourceQueue sourcing) {
        this.context = context;
        this.cache = cache;
        this.sourcing = sourcing;
    }

    /** From any thread; the answer comes on the context. */
    CompletableFuture<SourceResult> source(List<Criterion> criteria, Assumptions assumptions) {
        if (Vertx.currentContext() == context) {
            return onContext(criteria, assumptions);
        }
        CompletableFuture<CompletableFuture<SourceResult>> answer = new CompletableFuture<>();
        context.runOnContext(v -> answer.complete(onContext(criteria, assumptions)));
        return answer.thenCompose(sourced -> sourced);
    }

    private CompletableFuture<SourceResult> onContext(List<Criterion> criteria, Assumptions assumptions) {
        List<SourceCache.Known> remembered = new ArrayList<>(criteria.size());
        for (Criterion criterion : criteria) {
            SourceCache.Known guess = cache.guess(criterion);
            if (guess == null) {
                return read(criteria, assumptions);
            }
            remembered.add(guess);
        }
        return CompletableFuture.completedFuture(assumed(criteria, remembered, assumptions));
    }

    private CompletableFuture<SourceResult> read(List<Criterion> criteria, Assumptions assumptions) {
        return sourcing.source(criteria, 0).thenApply(sourced -> {
            criteria.forEach(criterion -> assumptions.add(criterion, sourced.upTo()));
            return sourced;
        });
    }

    private static SourceResult assumed(
            List<Criterion> criteria, List<SourceCache.Known> remembered, Assumptions assumptions) {
        List<List<SourceCache.Event>> byCriterion = new ArrayList<>(criteria.size());
        long upTo = criteria.isEmpty() ? 0 : Long.MAX_VALUE;
        for (int i = 0; i < criteria.size(); i++) {
            SourceCache.Known known = remembered.get(i);
            assumptions.add(criteria.get(i), known.upTo());
            upTo = Math.min(upTo, known.upTo());
            byCriterion.add(known.events());
        }
        return SourceResult.of(byCriterion, upTo);
    }
}
