package org.zoneregistry.platform.projection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.LogHead;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.platform.http.read.Prefix;
import org.zoneregistry.platform.http.read.Prefixes;

/** The log's prefixes for reads, delivered on the reader's own context. */
@ApplicationScoped
public class LogPrefixes implements Prefixes {

    private final EventLog log;

    LogPrefixes(EventLog log) {
        this.log = log;
    }

    @Override
    public Uni<Prefix> latest() {
        return here(log::head).map(LogPrefixes::prefix);
    }

    @Override
    public Uni<Prefix> at(Instant instant) {
        return here(() -> log.prefixAt(instant)).map(LogPrefixes::prefix);
    }

    @Override
    public Uni<Prefix> at(long position) {
        return position == 0
                ? Uni.createFrom().item(Prefix.EMPTY)
                : here(() -> log.findByPosition(position))
                        .map(event -> event.map(found -> new Prefix(found.position(), found.recordedAt()))
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "There is no position " + position + " in the log.")));
    }

    private static <T> Uni<T> here(Supplier<CompletionStage<T>> stage) {
        return CallerContext.returnTo(Uni.createFrom().completionStage(stage));
    }

    private static Prefix prefix(LogHead head) {
        return head.position() == 0 ? Prefix.EMPTY : new Prefix(head.position(), head.recordedAt());
    }
}
