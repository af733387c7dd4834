package org.zoneregistry.platform.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import org.zoneregistry.platform.http.read.Prefix;
import org.zoneregistry.platform.http.read.Prefixes;

/** A log of five events, one a minute; see {@link ExampleProjection}. */
@Alternative
@ApplicationScoped
public class ExampleLog implements Prefixes {

    public static final Instant RECORDED = Instant.parse("2024-03-20T02:00:00.123456Z");

    private static final long HEAD = 5;

    private static Prefix prefix(long position) {
        return position == 0 ? Prefix.EMPTY : new Prefix(position, RECORDED.plus(Duration.ofMinutes(position)));
    }

    @Override
    public Uni<Prefix> latest() {
        return Uni.createFrom().item(prefix(HEAD));
    }

    @Override
    public Uni<Prefix> at(Instant instant) {
        var minutes = Math.floorDiv(
                Duration.between(RECORDED, instant).toNanos(),
                Duration.ofMinutes(1).toNanos());
        return Uni.createFrom().item(prefix(Math.clamp(minutes, 0, HEAD)));
    }

    @Override
    public Uni<Prefix> at(long position) {
        return Uni.createFrom().item(prefix(position));
    }
}
