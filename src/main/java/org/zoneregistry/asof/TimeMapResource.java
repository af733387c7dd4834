package org.zoneregistry.asof;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.front.Target;
import org.zoneregistry.http.problem.RouteTable;
import org.zoneregistry.http.query.DeclaredQuery;
import org.zoneregistry.http.query.QueryParameters;

/** The past states of a resource (RFC 7089, 5). */
@Path(Mementos.TIME_MAP)
@Tag(name = "Registry")
@Produces(Mementos.LINK_FORMAT)
public class TimeMapResource {

    private final Instance<Prefixes> log;
    private final RouteTable routes;
    private final Cursors cursors;

    TimeMapResource(Instance<Prefixes> log, RouteTable routes, Cursors cursors) {
        this.log = log;
        this.routes = routes;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "getTimeMap",
            summary = "The past states of a resource",
            description =
                    "A time map (RFC 7089): a memento for each second at whose end the registry's knowledge differed"
                            + " from that of the second before. The resource may be the same in several of them."
                            + " Seconds in which more may be recorded are left out. A memento from before the resource"
                            + " existed is answered with 404.")
    @APIResponse(
            responseCode = "200",
            description = "The time map",
            content = @Content(mediaType = Mementos.LINK_FORMAT, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> get(
            @RestQuery("of")
                    @Parameter(
                            required = true,
                            description = "The path and query of a resource that accepts knownAt.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 2048),
                            example = "/v1/zones/new-harbour-cbz?validAt=2022-12-31")
                    @Nullable
                    String of,
            @BeanParam Page page,
            @Context HttpServerRequest request) {
        var query = new QueryParameters();
        var original = query.read("of", of == null ? "" : of, this::original);
        var asked = cursors.asked(request, page, query);
        query.check();
        return log.get()
                .seconds(asked.afterPosition(), asked.fetch())
                .map(found -> answer(request, asked, found, Objects.requireNonNull(original)));
    }

    private String original(String of) {
        try {
            var reference = new URI(of);
            String path = reference.getRawPath();
            boolean isPath =
                    Target.brokenPath(of).isEmpty() && !reference.isAbsolute() && reference.getRawAuthority() == null;
            Set<String> declared = (isPath ? routes.answeringGet(path) : Stream.<Method>empty())
                    .map(DeclaredQuery::names)
                    .filter(names -> names.contains("knownAt"))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "must be the path and query of a resource that accepts knownAt"));
            new QueryStringDecoder(of)
                    .parameters().keySet().stream()
                            .filter(name -> !declared.contains(name))
                            .findFirst()
                            .ifPresent(name -> {
                                throw new IllegalArgumentException("must not name " + QueryParameters.shown(name)
                                        + ", which is not a parameter of that resource");
                            });
            if (Mementos.isOfCopy(of)) {
                throw new IllegalArgumentException("must not name a copy, which has no time map");
            }
            return Mementos.originalOf(path, reference.getRawQuery());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a path and query, percent-encoded as a parameter", e);
        }
    }

    private RestResponse<byte[]> answer(
            HttpServerRequest request, PageRequest asked, List<Prefix> found, String original) {
        Optional<String> next = cursors.next(request, asked, found, Prefix::position);
        List<Prefix> shown = asked.page(found);
        if (next.isEmpty()) {
            log.get().refuseLost(Long.MAX_VALUE); // the last mementos may be missing
        }
        var links = new ArrayList<String>();
        links.add(Mementos.linkTo(original));
        links.add(Mementos.link(request.uri(), "self") + "; type=\"" + Mementos.LINK_FORMAT + '"');
        for (int i = 0; i < shown.size(); i++) {
            boolean isFirst = i == 0 && asked.after().isEmpty();
            boolean isLast = i == shown.size() - 1 && next.isEmpty();
            links.add(Mementos.memento(
                    original, shown.get(i).second(), (isFirst ? "first " : "") + (isLast ? "last " : "") + "memento"));
        }
        next.ifPresent(
                link -> links.add(link.replace("\"next\"", "\"timemap\"") + "; type=\"" + Mementos.LINK_FORMAT + '"'));
        byte[] body = (String.join(",\n", links) + '\n').getBytes(StandardCharsets.UTF_8);
        var answer = ResponseBuilder.create(RestResponse.Status.OK, body).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        next.ifPresent(link -> answer.header(HttpHeaders.LINK, link));
        return answer.build();
    }
}
