package org.zoneregistry.asof;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.Replica;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.http.query.RequestHeaders;

/**
 * Turns the time in a request into a {@link PointInTime}, and waits until the projection can answer for it. Every read
 * begins here. All methods report the resource's own violations of parameters together with theirs. They fail with
 * {@code validation}, {@code known-at-in-the-future}, or after 5 s with {@code projection-behind}.
 */
@ApplicationScoped
public class Reads {

    /** The header in which a client names a position that the answer must include, such as its own last write. */
    public static final String MIN_POSITION = "Registry-Min-Position";

    /** RFC 7089. */
    public static final String ACCEPT_DATETIME = "Accept-Datetime";

    private final Resolution resolution;
    private final CivilTime civilTime;
    private final Replica replica;
    private final Cursors cursors;

    Reads(Resolution resolution, CivilTime civilTime, Replica replica, Cursors cursors) {
        this.resolution = resolution;
        this.civilTime = civilTime;
        this.replica = replica;
        this.cursors = cursors;
    }

    /** The point in the request, for resources without parameters of their own. */
    public Uni<PointInTime> at(AsKnown asked, ProjectionPosition projection) {
        return at(asked, new QueryParameters(), projection);
    }

    /** The point in the request. */
    public Uni<PointInTime> at(AsKnown asked, QueryParameters query, ProjectionPosition projection) {
        var given = given(asked, query);
        query.check();
        return at(given, asked, projection);
    }

    /** The page in the request. Later pages have the same point in time as the first. */
    public Uni<PageRequest> page(AsKnown asked, Page page, QueryParameters query, ProjectionPosition projection) {
        var given = given(asked, query);
        var rows = cursors.limit(page, query);
        var cursor = cursors.read(asked.request.request(), page, query);
        query.check();
        if (cursor == null) {
            return at(given, asked, projection).map(point -> new PageRequest(point, rows, List.of()));
        }
        return resolution
                .pinned(cursor.position(), projection)
                .call(pinned -> replica.readFor(pinned.prefix().position(), projection.projections()))
                .map(pinned -> new PageRequest(
                        new PointInTime(
                                cursor.validAt(),
                                pinned.prefix(),
                                new PointInTime.Asked(
                                        true,
                                        true,
                                        null,
                                        projection.isLasting(),
                                        pinned.isAtSecond(),
                                        asked.hasValidTime())),
                        rows,
                        cursor.after()));
    }

    /** The prefix for one recorded time, for a resource that takes several; the projection's latest for null. */
    public Uni<Prefix> prefix(@Nullable KnownAt knownAt, ProjectionPosition projection) {
        return resolution.of(knownAt, projection).map(Resolution.Resolved::prefix);
    }

    private record Given(
            @Nullable LocalDate validAt, @Nullable KnownAt knownAt, long least) {}

    private Given given(AsKnown asked, QueryParameters query) {
        asked.noteBasis(resolution.basis());
        var headers = new RequestHeaders(asked.request.request(), query);
        var validAt = query.day("validAt", asked.validAt());
        var knownAt = asked.knownAt == null
                ? asked.hasMementos() ? headers.read(ACCEPT_DATETIME, KnownAt::parseHttpDate) : null
                : query.read("knownAt", asked.knownAt, KnownAt::parse);
        var least = headers.read(MIN_POSITION, KnownAt::parsePosition);
        return new Given(validAt, knownAt, least == null ? 0 : least.position());
    }

    private Uni<PointInTime> at(Given given, AsKnown asked, ProjectionPosition projection) {
        var today = civilTime.today();
        var validAt = given.validAt() == null ? today : given.validAt();
        return resolution
                .atLeast(given.least(), projection)
                .chain(() -> resolution.of(given.knownAt(), projection))
                .chain(resolved -> given.knownAt() == null && given.validAt() != null
                        ? resolution
                                .isAtSecond(resolved.prefix())
                                .map(isAtSecond -> new Resolution.Resolved(resolved.prefix(), false, isAtSecond))
                        : Uni.createFrom().item(resolved))
                .invoke(resolved -> noteLatest(given, asked, projection, resolved, today))
                .call(resolved -> replica.readFor(resolved.prefix().position(), projection.projections()))
                .map(resolved -> new PointInTime(
                        validAt,
                        resolved.prefix(),
                        new PointInTime.Asked(
                                given.validAt() != null,
                                given.knownAt() != null,
                                given.knownAt() instanceof KnownAt.At at ? at.instant() : null,
                                resolved.settled() && projection.isLasting(),
                                resolved.isAtSecond(),
                                asked.hasValidTime())));
    }

    /** The answer for a given day gets the time of a memento when its second is over. Until then it is not noted. */
    private static void noteLatest(
            Given given, AsKnown asked, ProjectionPosition projection, Resolution.Resolved resolved, LocalDate today) {
        boolean isTheSame = given.validAt() == null || resolved.isAtSecond();
        if (given.knownAt() == null && isTheSame && asked.hasMementos() && projection.follows()) {
            asked.noteLatest(new Basis.Latest(projection, resolved.prefix().position(), today));
        }
    }
}
