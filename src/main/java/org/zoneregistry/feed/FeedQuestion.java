package org.zoneregistry.feed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.zone.event.ZoneCode;

/** The requested events; for {@code @BeanParam}. */
@RegisterForReflection
public class FeedQuestion {

    private static final int LONGEST_ACTOR = 2_000;

    @RestQuery("after")
    @Parameter(
            description =
                    "Only events after this position, which must not be past the head of the log. Default: 0, all.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0", defaultValue = "0"),
            example = "412")
    public @Nullable String after;

    @RestQuery("zone")
    @Parameter(
            description = "Only events that touch the zone: about the zone itself, about its trade, or by which it was"
                    + " absorbed. Can be given several times.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "new-harbour")
    public List<String> zones = List.of();

    @RestQuery("type")
    @Parameter(
            description =
                    "Only events of this type, by its name in the log, such as ZoneEstablished. Can be given several"
                            + " times.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<String> types = List.of();

    @RestQuery("actor")
    @Parameter(
            description = "Only events that this actor has recorded, as the events name it. Can be given several times"
                    + ". For pages only. No index has actors: the registry reads the events between after and knownAt,"
                    + " or those of the zones, until the page is full. In a log of many million events, give one of"
                    + " these.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<String> actors = List.of();

    /** For quarkus-rest, which sets the fields. */
    public FeedQuestion() {}

    long after(QueryParameters query) {
        Long read = query.integer("after", after, 0, Long.MAX_VALUE);
        return read == null ? 0 : read;
    }

    /** @param known the names of all types */
    FeedFilter filter(QueryParameters query, Set<String> known) {
        return new FeedFilter(
                query.each("zone", zones, text -> new ZoneCode(text).value()), query.each("type", types, name -> {
                    if (!known.contains(name)) {
                        throw new IllegalArgumentException("must be one of "
                                + String.join(", ", known.stream().sorted().toList()));
                    }
                    return name;
                }));
    }

    Set<String> actors(QueryParameters query) {
        return query.eachWhole("actor", actors, FeedQuestion::actor);
    }

    private static String actor(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ACTOR) {
            throw new IllegalArgumentException("must have 1 to " + LONGEST_ACTOR + " characters");
        }
        return text;
    }
}
