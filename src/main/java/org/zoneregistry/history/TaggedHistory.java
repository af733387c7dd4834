package org.zoneregistry.history;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongFunction;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;

/** All events about one thing, found in the log by its tag. */
@Singleton
public class TaggedHistory {

    private final EventLog log;

    TaggedHistory(EventLog log) {
        this.log = log;
    }

    /**
     * A page of the events with a tag.
     *
     * @param unknown makes the problem if the prefix, given by its length, has no such event
     */
    public Uni<Rows<LoggedEvent>> page(String tag, PageRequest request, LongFunction<ProblemException> unknown) {
        long after =
                request.after().isEmpty() ? 0 : Long.parseLong(request.after().getFirst());
        long knownAt = request.point().knownAt().position();
        return CallerContext.returnTo(Uni.createFrom()
                        .completionStage(
                                () -> log.readMatching(after, knownAt, List.of(), List.of(tag), request.fetch())))
                .map(events -> {
                    if (events.isEmpty() && after == 0) {
                        throw unknown.apply(knownAt);
                    }
                    return Rows.of(
                            request,
                            events.stream().map(LoggedEvent::of).toList(),
                            event -> List.of(Long.toString(event.position())));
                });
    }
}
