package org.zoneregistry.projections.rebuild;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;

/** Which copy a question is for, if not for what is read ever; for {@code @BeanParam}. */
@RegisterForReflection
public class CopyAsked {

    /** As it was sent. */
    @RestQuery("copy")
    @Parameter(
            description =
                    "Asks this copy instead of the read model that is kept up to date; knownAt is the copy's prefix by"
                            + " default and at most. See POST /v1/projections/{name}/rebuild.",
            schema = @Schema(type = SchemaType.STRING),
            example = "audit-2022")
    public @Nullable String copy;

    /** Made by quarkus-rest, which sets the field. */
    public CopyAsked() {}

    /**
     * Finds the copy, empty where none is asked for; violations are reported at once, together with those of the query
     * so far.
     */
    public Uni<Optional<Copy>> find(Copies copies, String projection, QueryParameters query) {
        String name = query.matching("copy", copy, Copies.NAME, Copies.NAME_DETAIL);
        if (name == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        query.check();
        return copies.named(name, projection).map(Optional::of);
    }
}
