package org.zoneregistry.audit.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.RegistryPosition;
import org.zoneregistry.zone.read.ZonePath;
import org.zoneregistry.zone.read.ZoneStates;

/** Evidence about a zone, over HTTP. */
@Path("/v1/audit/evidence/zones/{code}")
@Tag(name = "Audit")
public class EvidenceResource {

    private static final String ZIP = "application/zip";

    private final Reads reads;
    private final Answers answers;
    private final RegistryPosition registry;
    private final ZoneStates states;
    private final Evidence evidence;

    EvidenceResource(Reads reads, Answers answers, RegistryPosition registry, ZoneStates states, Evidence evidence) {
        this.reads = reads;
        this.answers = answers;
        this.registry = registry;
        this.states = states;
        this.evidence = evidence;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "getZoneEvidence",
            summary = "Evidence of the state of a zone",
            description =
                    "A zip file with the answer of GET /v1/zones/{code}, all events about the zone that determine it,"
                            + " as it is stored and hashed, a proof for each that it is in the log, the signed"
                            + " checkpoint, the key, a page for people (cover.html), and a signed manifest. The"
                            + " verifier checks all of it without the registry. Later evidence for the same question"
                            + " may have a later checkpoint.")
    @APIResponse(
            responseCode = "200",
            description = "The evidence",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<byte[]>> get(
            @RestPath @Parameter(description = "The zone's code.", example = "new-harbour") String code,
            @BeanParam AsOf asked) {
        ZoneCode zone = ZonePath.code(code);
        return reads.at(asked, registry)
                .chain(point -> states.ofPrefix(
                                List.of(zone.value()),
                                point.validAt(),
                                point.knownAt().position())
                        .chain(found -> {
                            if (found.isEmpty()) {
                                throw ZonePath.notEstablished(zone, point);
                            }
                            return evidence.of(zone, point, found.getFirst());
                        })
                        .map(bundle -> answer(zone, asked, point, bundle)));
    }

    private RestResponse<byte[]> answer(ZoneCode zone, AsOf asked, PointInTime point, byte[] bundle) {
        var answer = answers.written(asked, point, ZIP, bundle);
        answer.getHeaders()
                .putSingle(
                        "Content-Disposition",
                        "attachment; filename=\"evidence-" + zone + "-" + point.validAt() + "-"
                                + point.knownAt().position() + ".zip\"");
        return answer;
    }
}
