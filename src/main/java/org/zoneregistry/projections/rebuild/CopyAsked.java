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

/** The parameter that asks for a copy instead of the live tables; for {@code @BeanParam}. */
@RegisterForReflection
public class CopyAsked {

    @RestQuery("copy")
    @Parameter(
            description =
                    "Reads this copy instead of the live read model. knownAt may not be after the copy's prefix, which"
                            + " is the default. See POST /v1/projections/{name}/rebuild.",
            schema = @Schema(type = SchemaType.STRING),
            example = "audit-2022")
    public @Nullable String copy;

    /** Called by quarkus-rest, which sets the field. */
    public CopyAsked() {}

    /**
     * Finds the copy; empty if the request names none. Violations of the query so far are reported at once, together
     * with its own.
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
