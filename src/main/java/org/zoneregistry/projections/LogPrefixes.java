package org.zoneregistry.projections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.follow.Positions;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.log.LostEvent;
import org.zoneregistry.process.CallerContext;

/** Finds prefixes of the log for reads. Results arrive on the reader's own context. */
@ApplicationScoped
public class LogPrefixes implements Prefixes {

    /** Each one takes about 100 bytes. */
    private static final int REMEMBERED = 20_000;

    private final EventLog log;
    private final Positions positions;
    private volatile Known known = new Known(0);

    /** Prefixes with a later event. They never change, unless the database loses data. */
    private record Known(long era, Cache<Long, Prefix> followed) {

        Known(long era) {
            this(era, Caffeine.newBuilder().maximumSize(REMEMBERED).build());
        }

        void remember(Prefix prefix) {
            if (prefix.followedAt() != null) {
                followed.put(prefix.position(), prefix);
            }
        }
    }

    LogPrefixes(EventLog log, Positions positions) {
        this.log = log;
        this.positions = positions;
    }

    @Override
    public Uni<Prefix> latest() {
        return here(log::head).map(LogPrefixes::prefix);
    }

    @Override
    public Uni<At> at(Instant instant) {
        return here(() -> log.prefixAt(instant)).map(at -> new At(prefix(at.prefix()), at.isFinal(), at.isFuture()));
    }

    @Override
    public Uni<Prefix> at(long position) {
        if (position == 0) {
            return Uni.createFrom().item(Prefix.EMPTY);
        }
        Known now = known();
        Prefix remembered = now.followed().getIfPresent(position);
        return remembered != null
                ? Uni.createFrom().item(remembered)
                : here(() -> log.heads(position))
                        .map(heads -> prefix(position, heads))
                        .invoke(prefix -> now.remember(prefix));
    }

    private Known known() {
        Known now = known;
        long era = era();
        if (now.era() != era) {
            now = new Known(era);
            known = now;
        }
        return now;
    }

    @Override
    public Uni<List<Prefix>> seconds(long after, int limit) {
        return here(() -> log.seconds(after, limit))
                .map(heads -> heads.stream().map(LogPrefixes::prefix).toList());
    }

    @Override
    public Optional<String> lost(long position) {
        return position > log.reach() ? log.lost().map(LostEvent::sentence) : Optional.empty();
    }

    @Override
    public long era() {
        return positions.era() + (log.lost().isPresent() ? 1 : 0);
    }

    @Override
    public long tables() {
        return era() + positions.replacements();
    }

    private static <T> Uni<T> here(Supplier<CompletionStage<T>> stage) {
        return CallerContext.returnTo(Uni.createFrom().completionStage(stage));
    }

    private static Prefix prefix(long position, List<LogHead> heads) {
        if (heads.isEmpty() || heads.getFirst().position() != position) {
            throw new IllegalArgumentException("There is no position " + position + " in the log.");
        }
        return new Prefix(
                position,
                heads.getFirst().recordedAt(),
                heads.size() > 1 ? heads.get(1).recordedAt() : null);
    }

    private static Prefix prefix(LogHead head) {
        return head.position() == 0 ? Prefix.EMPTY : new Prefix(head.position(), head.recordedAt());
    }
}
