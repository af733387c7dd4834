package org.zoneregistry.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.http.CommandAnswers;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.http.body.StreamedBody;
import org.zoneregistry.http.query.QueryParameters;

/** Resources in the style of the slices. */
@Path("/test/things")
@Produces(MediaType.APPLICATION_JSON)
public class ExampleResource {

    /** How many answers were streamed. */
    static final AtomicInteger STREAMED = new AtomicInteger();

    /** A row with a part, a list and a gap. */
    public record Thing(
            String code,
            ExampleBody.Name name,
            List<String> kinds,
            @Nullable Integer gap) {}

    @Inject
    Reads reads;

    @Inject
    Answers answers;

    @Inject
    Instance<ExampleLog> log;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<CommandOutcome>> create(ExampleBody body, @BeanParam CommandRequest request) {
        var origin = request.origin("anonymous", "registrar", null);
        var event = new Outcome.Event(new UUID(1, 2), "ThingMade", 3);
        if ("taken".equals(body.code())) {
            var rejection =
                    Rejection.of(ProblemType.ZONE_CODE_TAKEN, "It is taken.").about("zone", body.code());
            return Uni.createFrom().item(() -> CommandAnswers.ok(new Outcome.Refused(rejection, 3, true), null));
        }
        var outcome = new Outcome.Recorded(3, ExampleLog.RECORDED, List.of(event), origin.idempotencyKey() != null);
        return Uni.createFrom()
                .item(CommandAnswers.created(outcome, body.code(), "/test/things/" + body.code()))
                .map(answer -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, answer.getEntity())
                        .location(answer.getLocation())
                        .header("Registry-Position", "3")
                        .header("X-Fingerprint", origin.requestHash())
                        .header("X-Expected", origin.expectedPosition())
                        .build());
    }

    @POST
    @Path("{code}/name")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Map<String, Object>> echo(@RestPath String code, ExampleBody body) {
        return Uni.createFrom().item(Map.of("on", body.effectiveOn(), "body", body));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, RowForms.CSV, RowForms.XLSX})
    public Uni<RestResponse<List<Thing>>> page(
            @BeanParam AsOf asked, @BeanParam Page page, @RestQuery("q") @Nullable String q) {
        var query = new QueryParameters();
        query.text("q", q, 5);
        return reads.page(asked, page, query, log.get()).map(request -> {
            var from = (int) request.afterPosition() + 1;
            var things = IntStream.range(from, Math.min(from + request.fetch(), 8))
                    .mapToObj(n -> new Thing(
                            "thing-" + n, new ExampleBody.Name("=SUM(\"" + n + "\"),", "区"), List.of("a", "b"), null))
                    .toList();
            var rows = Rows.of(request, things, thing -> List.of(thing.code().substring("thing-".length())));
            return answers.page(asked, request, rows, Thing.class, Function.identity());
        });
    }

    @GET
    @Path("{code}")
    public Uni<RestResponse<Map<String, Object>>> one(@RestPath String code, @BeanParam AsOf asked) {
        return reads.at(asked, log.get())
                .map(point -> answers.of(
                        asked,
                        point,
                        Map.of(
                                "code",
                                code,
                                "validAt",
                                point.validAt(),
                                "position",
                                point.knownAt().position()),
                        2));
    }

    @POST
    @Path("{code}/import")
    @StreamedBody
    @io.smallrye.common.annotation.Blocking
    public Map<String, Object> stream(@RestPath String code, InputStream body) throws IOException {
        var count = 0L;
        for (var read = body.read(new byte[8192]); read >= 0; read = body.read(new byte[8192])) {
            count += read;
        }
        return Map.of("bytes", count);
    }

    @GET
    @Path("{code}/streamed")
    @Produces("text/csv")
    public RestResponse<StreamedAnswer> streamed(@RestPath String code) {
        byte[] part = (code + ",1\r\n").repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var parts = io.smallrye.mutiny.Multi.createFrom().items(part, part, part);
        return NoStore.stream("text/csv", parts.onSubscription().invoke(STREAMED::incrementAndGet));
    }

    @GET
    @Path("{code}/bug")
    public Uni<String> bug(@RestPath String code) {
        return Uni.createFrom().failure(new IllegalStateException("secret of the inside"));
    }

    @GET
    @Path("{code}/number")
    public String number(@RestPath String code, @RestQuery("n") int n) {
        return Integer.toString(n);
    }

    @GET
    @Path("{code}/instant")
    public Map<String, Object> instant(@RestPath String code) {
        return Map.of("at", Instant.parse("2026-11-23T22:40:23.1Z"), "kind", ExampleBody.Kind.R_AND_D_PLATFORM);
    }
}
