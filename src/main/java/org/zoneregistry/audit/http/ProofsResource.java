package org.zoneregistry.audit.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.tree.AuditTree;
import org.zoneregistry.audit.tree.Consistency;
import org.zoneregistry.audit.tree.Inclusion;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.NoStore;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;

/** Proofs, over HTTP. */
@Path("/v1/audit/proofs")
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class ProofsResource {

    private final AuditTree tree;
    private final Audit audit;

    ProofsResource(AuditTree tree, Audit audit) {
        this.tree = tree;
        this.audit = audit;
    }

    /**
     * A proof that an event is in the log; hashes in hexadecimal digits.
     *
     * @param leafIndex the event's position less one
     * @param treeSize the size of its tree
     * @param leafHash of the event
     * @param hashes the siblings on the path from the leaf to the root, the leaf's sibling first
     * @param rootHash of the tree
     */
    @Schema(name = "InclusionProof")
    public record InclusionAnswer(
            long leafIndex, long treeSize, String leafHash, List<String> hashes, String rootHash) {

        static InclusionAnswer of(Inclusion inclusion) {
            var proof = inclusion.proof();
            return new InclusionAnswer(
                    proof.leafIndex(),
                    proof.treeSize(),
                    inclusion.leaf().toString(),
                    hex(proof.hashes()),
                    inclusion.root().toString());
        }
    }

    /**
     * A proof that the log has only grown; hashes in hexadecimal digits.
     *
     * @param from the size of the smaller tree
     * @param to of the larger one
     * @param hashes in the order of RFC 9162
     * @param fromRoot the root of the smaller tree
     * @param toRoot of the larger one
     */
    @Schema(name = "ConsistencyProof")
    public record ConsistencyAnswer(long from, long to, List<String> hashes, String fromRoot, String toRoot) {

        static ConsistencyAnswer of(Consistency consistency) {
            var proof = consistency.proof();
            return new ConsistencyAnswer(
                    proof.from(),
                    proof.to(),
                    hex(proof.hashes()),
                    consistency.fromRoot().toString(),
                    consistency.toRoot().toString());
        }
    }

    @GET
    @Path("/inclusion")
    @Operation(
            operationId = "proveInclusion",
            summary = "A proof that an event is in the log",
            description = "RFC 9162, 2.1.3. By default for the tree of the latest checkpoint, so that the root can be"
                    + " compared with the signed root.")
    public Uni<RestResponse<InclusionAnswer>> inclusion(
            @RestQuery("position")
                    @Parameter(
                            description = "The event's position.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "17")
                    @Nullable
                    String position,
            @RestQuery("treeSize")
                    @Parameter(
                            description =
                                    "How many events the tree is over; by default as many as the latest checkpoint.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                            example = "412")
                    @Nullable
                    String treeSize) {
        var query = new QueryParameters();
        Long asked = query.integer("position", position, 1, Audit.MOST);
        Long size = query.integer("treeSize", treeSize, 1, Audit.MOST);
        require(query, "position", position);
        if (asked != null && size != null && asked > size) {
            query.violation(Violation.query("treeSize", "must be at least " + asked + ", the position"));
        }
        query.check();
        long known = asked == null ? 0 : asked;
        return audit.head(known)
                .chain(head -> {
                    if (known > head) {
                        throw ProblemException.of(
                                ProblemType.POSITION_NOT_FOUND, "The log ends at position " + head + ".");
                    }
                    return size == null ? audit.signed(known) : audit.grown("treeSize", size);
                })
                .chain(of -> Audit.answered(tree.inclusion(known - 1, of), of))
                .map(InclusionAnswer::of)
                .map(proof -> size == null ? NoStore.answer(proof) : Audit.lasting(proof));
    }

    @GET
    @Path("/consistency")
    @Operation(
            operationId = "proveConsistency",
            summary = "A proof that the log has only grown",
            description =
                    "RFC 9162, 2.1.4: that the larger tree begins with all leaves of the smaller one. By default up to"
                            + " the tree of the latest checkpoint.")
    public Uni<RestResponse<ConsistencyAnswer>> consistency(
            @RestQuery("from")
                    @Parameter(
                            description = "How many events the smaller tree is over.",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
                            example = "398")
                    @Nullable
                    String from,
            @RestQuery("to")
                    @Parameter(
                            description = "How many events the larger one is over; by default as many as the latest"
                                    + " checkpoint.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
                            example = "412")
                    @Nullable
                    String to) {
        var query = new QueryParameters();
        Long smaller = query.integer("from", from, 0, Audit.MOST);
        Long larger = query.integer("to", to, 0, Audit.MOST);
        require(query, "from", from);
        if (smaller != null && larger != null && smaller > larger) {
            query.violation(Violation.query("to", "must be at least " + smaller + ", as from is"));
        }
        query.check();
        long known = smaller == null ? 0 : smaller;
        Uni<Long> end = larger == null ? audit.grown("from", known).chain(audit::signed) : audit.grown("to", larger);
        return end.chain(of -> Audit.answered(tree.consistency(known, of), of))
                .map(ConsistencyAnswer::of)
                .map(proof -> larger == null ? NoStore.answer(proof) : Audit.lasting(proof));
    }

    private static void require(QueryParameters query, String name, @Nullable String given) {
        if (given == null) {
            query.violation(Violation.query(name, "is required"));
        }
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
