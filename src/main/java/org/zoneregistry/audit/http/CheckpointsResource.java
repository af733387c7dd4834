package org.zoneregistry.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.platform.http.query.QueryParameters;

/** Every checkpoint that was ever signed, over HTTP. */
@Path("/v1/audit/checkpoints")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class CheckpointsResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;

    private final Checkpoints checkpoints;

    CheckpointsResource(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * A checkpoint, as it is listed.
     *
     * @param treeSize how many events it commits to
     * @param rootHash of the tree over them
     * @param issuedAt when it was signed
     * @param verifierKey what it is verified with
     * @param note the signed note, as it was given out
     * @param lostAt when the operator gave up events of it that the log has no more; left out for all others
     */
    @Schema(name = "IssuedCheckpoint")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckpointRow(
            long treeSize,
            String rootHash,
            Instant issuedAt,
            String verifierKey,
            String note,
            @Nullable Instant lostAt) {

        static CheckpointRow of(IssuedCheckpoint issued) {
            return new CheckpointRow(
                    issued.size(),
                    issued.root().toString(),
                    issued.issuedAt(),
                    issued.key().toString(),
                    issued.note(),
                    issued.lostAt());
        }
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listCheckpoints",
            summary = "Every checkpoint that was ever signed",
            description =
                    "The first first. None is ever taken away. One whose events were lost with the database, and given up, says when.")
    public Uni<RestResponse<List<CheckpointRow>>> list(
            @RestQuery("limit")
                    @Parameter(
                            description = "How many rows at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "50"))
                    @Nullable
                    String limit,
            @RestQuery("cursor")
                    @Parameter(
                            description =
                                    "Where to go on: taken from the Link header with rel=\"next\" of the page before.",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable
                    String cursor,
            @Context RoutingContext routing) {
        var query = new QueryParameters();
        Long most = query.integer("limit", limit, 1, MOST);
        Instant after = query.read("cursor", cursor, CheckpointsResource::decoded);
        query.check();
        int rows = most == null ? DEFAULT_LIMIT : most.intValue();
        return checkpoints
                .issuedAfter(after == null ? Instant.EPOCH : after, rows + 1)
                .map(found -> {
                    var page = found.subList(0, Math.min(rows, found.size()));
                    var answer = ResponseBuilder.<List<CheckpointRow>>create(200)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .entity(page.stream().map(CheckpointRow::of).toList());
                    if (found.size() > rows) {
                        answer.header(
                                HttpHeaders.LINK,
                                "<" + routing.request().path() + "?limit=" + rows + "&cursor="
                                        + encoded(page.getLast().issuedAt()) + ">; rel=\"next\"");
                    }
                    return answer.build();
                });
    }

    /** Microseconds, which the times of checkpoints are whole numbers of. */
    private static String encoded(Instant issuedAt) {
        return Long.toString(issuedAt.getEpochSecond() * 1_000_000 + issuedAt.getNano() / 1_000, Character.MAX_RADIX);
    }

    private static Instant decoded(String cursor) {
        try {
            long micros = Long.parseUnsignedLong(cursor, Character.MAX_RADIX);
            if (micros < 0 || !Long.toString(micros, Character.MAX_RADIX).equals(cursor)) {
                throw new NumberFormatException(cursor);
            }
            // the database knows no later years
            return Instant.ofEpochSecond(Math.min(micros / 1_000_000, 9_000_000_000_000L), micros % 1_000_000 * 1_000);
        } catch (NumberFormatException | DateTimeException none) {
            throw new IllegalArgumentException("is not a cursor of this list; take it from a Link header", none);
        }
    }
}
