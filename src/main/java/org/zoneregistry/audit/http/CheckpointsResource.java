package org.zoneregistry.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Cursors;
import org.zoneregistry.asof.Page;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.Rows;
import org.zoneregistry.audit.checkpoint.Checkpoints;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.http.query.QueryParameters;

/** All signed checkpoints, over HTTP. */
@Path("/v1/audit/checkpoints")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class CheckpointsResource {

    /** Later than any checkpoint. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Checkpoints checkpoints;
    private final Cursors cursors;

    CheckpointsResource(Checkpoints checkpoints, Cursors cursors) {
        this.cursors = cursors;
        this.checkpoints = checkpoints;
    }

    /**
     * A listed checkpoint.
     *
     * @param treeSize how many events it commits to
     * @param rootHash of the tree over them
     * @param issuedAt when it was signed
     * @param verifierKey the key that verifies it
     * @param note the signed note, as issued
     * @param lostAt when the operator gave up lost events that it covers; absent if it covers none
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

    /** The order of the list. */
    public enum Order {
        OLDEST_FIRST,
        LATEST_FIRST
    }

    @GET
    @Operation(
            operationId = "listCheckpoints",
            summary = "All signed checkpoints",
            description =
                    "The oldest first, or the latest first. None is ever removed. If its events were lost with the"
                            + " database, and given up, lostAt says when.")
    public Uni<RestResponse<List<CheckpointRow>>> list(
            @BeanParam Page page,
            @RestQuery("order")
                    @Parameter(
                            description = "The order.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"oldest-first", "latest-first"},
                                            defaultValue = "oldest-first"))
                    @Nullable
                    String order,
            @RestQuery("upTo")
                    @Parameter(
                            description = "Only checkpoints of at most that many events.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
                            example = "412")
                    @Nullable
                    String upTo,
            @Context HttpServerRequest request) {
        var query = new QueryParameters();
        var wanted = query.oneOf("order", order, Order.class);
        var most = query.integer("upTo", upTo, 0, Long.MAX_VALUE);
        var asked = cursors.asked(request, page, query);
        query.check();
        return find(wanted == Order.LATEST_FIRST, most == null ? Long.MAX_VALUE : most, asked)
                .map(found -> cursors.answer(
                        request,
                        asked,
                        Rows.of(
                                asked,
                                found,
                                issued -> List.of(issued.issuedAt().toString())),
                        rows -> rows.stream().map(CheckpointRow::of).toList()));
    }

    private Uni<List<IssuedCheckpoint>> find(boolean isLatestFirst, long upTo, PageRequest asked) {
        Optional<Instant> key = asked.after().map(Instant::parse);
        return isLatestFirst
                ? checkpoints.issuedBefore(upTo, key.orElse(NEVER), asked.fetch())
                : checkpoints.issuedAfter(upTo, key.orElse(Instant.EPOCH), asked.fetch());
    }
}
