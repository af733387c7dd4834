package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was stated about zones, from its rows. */
@ApplicationScoped
public class ZoneFacts {

    /** The rows that touch any of some zones, for use in queries. */
    static final String TOUCHES =
            "cast(sql('zones && string_to_array(cast(? as text), chr(44))', :zones) as Boolean) = true";

    /** All that a prefix says of the facts that ever touched any of the zones, in the order of the log. */
    @WithSession
    public Uni<List<Statement>> about(Collection<String> codes, long knownAt) {
        return ZoneFactRow.<ZoneFactRow>find(
                        "fact in (select about.fact from ZoneFactRow about where " + TOUCHES
                                + " and about.statedAt <= :knownAt) and statedAt <= :knownAt order by statedAt",
                        Map.<String, Object>of("zones", array(codes), "knownAt", knownAt))
                .list()
                .map(rows -> rows.stream().map(Statement::of).toList());
    }

    /** Some zones as the parameter of {@link #TOUCHES}; chr(44) is the comma between them, which no code has. */
    static String array(Collection<String> codes) {
        return String.join(",", codes);
    }
}
