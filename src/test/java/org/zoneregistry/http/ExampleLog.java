package org.zoneregistry.http;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.Prefixes;
import org.zoneregistry.asof.ProjectionPosition;

/** A log of five events, one a minute, and a projection that stays at the fourth. */
@Alternative
@ApplicationScoped
public class ExampleLog implements Prefixes, ProjectionPosition {

    public static final Instant RECORDED = Instant.parse("2024-03-20T02:00:00.123456Z");

    /** Whether the database loses rows of read models while an answer is computed. */
    static final AtomicBoolean LOSES_ROWS = new AtomicBoolean();

    /** A position that was recorded and then lost by the database. */
    static final long LOST = 77;

    private final AtomicLong era = new AtomicLong();

    private static Prefix prefix(long position) {
        return position == 0 ? Prefix.EMPTY : new Prefix(position, RECORDED.plus(Duration.ofMinutes(position)));
    }

    @Override
    public Uni<Prefix> latest() {
        return Uni.createFrom().item(prefix(5));
    }

    @Override
    public Uni<At> at(Instant instant) {
        var minutes = Math.floorDiv(
                Duration.between(RECORDED, instant).toNanos(),
                Duration.ofMinutes(1).toNanos());
        var prefix = prefix(Math.clamp(minutes, 0, 5));
        return Uni.createFrom().item(new At(prefix, true, instant.isAfter(Instant.parse("2099-01-01T00:00:00Z"))));
    }

    @Override
    public Uni<Prefix> at(long position) {
        if (LOSES_ROWS.get()) {
            era.incrementAndGet();
        }
        return Uni.createFrom().item(prefix(position));
    }

    @Override
    public Uni<List<Prefix>> seconds(long after, int limit) {
        return Uni.createFrom()
                .item(LongStream.rangeClosed(after + 1, 5)
                        .limit(limit)
                        .mapToObj(ExampleLog::prefix)
                        .toList());
    }

    @Override
    public Optional<String> lost(long position) {
        return position == LOST ? Optional.of("A node has seen it.") : Optional.empty();
    }

    @Override
    public long era() {
        return era.get();
    }

    @Override
    public long position() {
        return 4;
    }

    @Override
    public Uni<Void> reached(long position, Duration atMost) {
        return position <= 4 ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new TimeoutException());
    }
}
