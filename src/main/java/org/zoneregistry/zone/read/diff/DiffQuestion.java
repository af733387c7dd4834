package org.zoneregistry.zone.read.diff;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.zone.read.RegistryPosition;

/** Two points in time from a request, possibly incomplete. */
record DiffQuestion(
        @Nullable LocalDate fromValidAt,
        @Nullable LocalDate toValidAt,
        @Nullable KnownAt fromKnownAt,
        @Nullable KnownAt toKnownAt) {

    /** The two points. A missing part is taken from the point of the whole request. */
    Uni<Points> resolve(Reads reads, RegistryPosition registry, PointInTime otherwise) {
        return known(fromKnownAt, reads, registry, otherwise)
                .chain(from -> known(toKnownAt, reads, registry, otherwise)
                        .map(to -> new Points(
                                point(fromValidAt, from, otherwise),
                                point(toValidAt, to, otherwise),
                                new PointInTime(
                                        otherwise.validAt(),
                                        from.position() > to.position() ? from : to,
                                        otherwise.asked()))));
    }

    private static Uni<Prefix> known(
            @Nullable KnownAt given, Reads reads, RegistryPosition registry, PointInTime otherwise) {
        return given == null ? Uni.createFrom().item(otherwise.knownAt()) : reads.prefix(given, registry);
    }

    private static Points.Point point(@Nullable LocalDate validAt, Prefix knownAt, PointInTime otherwise) {
        return new Points.Point(
                Objects.requireNonNullElse(validAt, otherwise.validAt()), knownAt.position(), knownAt.recordedAt());
    }
}
