package org.zoneregistry.history;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.process.CallerContext;

/** All events about one thing, which the log finds by a tag. */
@Singleton
public class TaggedHistory {

    private final EventLog log;
    private final Reads reads;
    private final Answers answers;

    TaggedHistory(EventLog log, Reads reads, Answers answers) {
        this.log = log;
        this.reads = reads;
        this.answers = answers;
    }

    /**
     * A page of the events with a tag.
     *
     * @param types only events of these types; empty for all
     * @param unknown makes the problem if the prefix of that length has no such event
     * @param whole makes the JSON body from the events
     */
    public <T> Uni<RestResponse<T>> page(
            AsKnown asked,
            Page page,
            ProjectionPosition projection,
            String tag,
            Collection<String> types,
            LongFunction<ProblemException> unknown,
            Function<List<LoggedEvent>, T> whole) {
        return reads.page(asked, page, new QueryParameters(), projection)
                .chain(request -> OffLoop.map(
                        events(tag, types, request, unknown),
                        rows -> answers.page(asked, request, rows, LoggedEvent.class, whole)));
    }

    private Uni<Rows<LoggedEvent>> events(
            String tag, Collection<String> types, PageRequest request, LongFunction<ProblemException> unknown) {
        long after = request.afterPosition();
        long knownAt = request.point().knownAt().position();
        return CallerContext.returnTo(Uni.createFrom()
                        .completionStage(() -> log.readMatching(after, knownAt, types, List.of(tag), request.fetch())))
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
