package org.zoneregistry.platform.http;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import org.zoneregistry.platform.http.read.Prefix;
import org.zoneregistry.platform.http.read.Prefixes;
import org.zoneregistry.platform.http.read.ProjectionPosition;

/** A log of five events, one a minute, and a projection that has come to the fourth and never gets on. */
@Alternative
@ApplicationScoped
public class ExampleLog implements Prefixes, ProjectionPosition {

    public static final Instant RECORDED = Instant.parse("2024-03-20T02:00:00.123456Z");

    private static Prefix prefix(long position) {
        return position == 0 ? Prefix.EMPTY : new Prefix(position, RECORDED.plus(Duration.ofMinutes(position)));
    }

    @Override
    public Uni<Prefix> latest() {
        return Uni.createFrom().item(prefix(5));
    }

    @Override
    public Uni<Prefix> at(Instant instant) {
        var minutes = Math.floorDiv(
                Duration.between(RECORDED, instant).toNanos(),
                Duration.ofMinutes(1).toNanos());
        return Uni.createFrom().item(prefix(Math.clamp(minutes, 0, 5)));
    }

    @Override
    public Uni<Prefix> at(long position) {
        return Uni.createFrom().item(prefix(position));
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
