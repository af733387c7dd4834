package org.zoneregistry.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;

/** The part of a list that is asked for, as it was sent; for {@code @BeanParam}. */
@RegisterForReflection
public class ImportPage {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    /** As it was sent. */
    @RestQuery("limit")
    @Parameter(
            description = "How many rows at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    public @Nullable String limit;

    /** As it was sent. */
    @RestQuery("cursor")
    @Parameter(
            description = "Where to go on: taken from the Link header with rel=\"next\" of the page before.",
            schema = @Schema(type = SchemaType.STRING))
    public @Nullable String cursor;

    /** The request itself. */
    @Context
    public RoutingContext routing;

    /** Made by quarkus-rest, which sets the fields. */
    @SuppressWarnings("NullAway.Init") // the fields are injected
    public ImportPage() {}

    /**
     * What is asked for.
     *
     * @param limit how many rows at most
     * @param after the key of the last row of the page before; null for the first page
     */
    record Asked<K>(int limit, @Nullable K after) {

        /** One row more than asked for, which tells whether there is a next page. */
        int fetch() {
            return limit + 1;
        }

        <R> List<R> page(List<R> fetched) {
            return fetched.size() > limit ? fetched.subList(0, limit) : fetched;
        }
    }

    /** Reads the parameters; violations are reported to the query. */
    <K> Asked<K> read(QueryParameters query, Function<String, K> key) {
        Long most = query.integer("limit", limit, 1, MOST);
        K after = query.read("cursor", cursor, text -> decoded(text, key));
        return new Asked<>(most == null ? DEFAULT_LIMIT : most.intValue(), after);
    }

    /** The reference to the next page, for the header Link; empty where there is none. */
    <R> Optional<String> next(Asked<?> asked, List<R> fetched, Function<R, Object> key, String otherParameters) {
        if (fetched.size() <= asked.limit()) {
            return Optional.empty();
        }
        String last = key.apply(fetched.get(asked.limit() - 1)).toString();
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        return Optional.of("<" + routing.request().path() + "?" + otherParameters + "limit=" + asked.limit()
                + "&cursor=" + encoded + ">; rel=\"next\"");
    }

    static String parameter(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private static <K> K decoded(String text, Function<String, K> key) {
        try {
            return key.apply(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noCursor) {
            throw new IllegalArgumentException("is not a cursor of this list; take it from a Link header", noCursor);
        }
    }
}
