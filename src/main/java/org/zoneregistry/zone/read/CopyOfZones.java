package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.zoneregistry.projections.rebuild.Copies;
import org.zoneregistry.projections.rebuild.Copy;

/** Directs questions about zones to the tables of a copy. */
public final class CopyOfZones {

    private CopyOfZones() {}

    /** Asks the copy, or the live tables if no copy is given. */
    public static <T> Uni<T> in(Optional<Copy> copy, Supplier<Uni<T>> question) {
        return copy.map(asked -> Sessions.uncancelled(Panache.withTransaction(() -> Panache.getSession()
                                .chain(session -> enter(session, asked))
                                .chain(() -> question.get())))
                        .onFailure(Copies::isGone)
                        .transform(gone -> Copies.gone(asked)))
                .orElseGet(question);
    }

    private static Uni<Void> enter(Mutiny.Session session, Copy copy) {
        return session.createNativeQuery(copy.holding())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(copy.finding()).getResultList())
                .replaceWithVoid();
    }
}
