package org.zoneregistry.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.zoneregistry.access.Permission;
import org.zoneregistry.access.Permission.Openness;

/**
 * Which operations take a bearer token, and which roles permit them ({@link Permission}). OpenAPI 3.1 has a place for
 * the names of roles in a security requirement of any scheme.
 */
final class Security {

    private static final String BEARER = "bearer";

    private Security() {}

    static void addTo(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A token of a configured issuer (OpenID Connect). A registry on its own machine,"
                                + " without an issuer, takes no token: everybody who reaches it has all roles."));
    }

    /** Adds to the operation who may call it. An operation that isn't in the table takes a token of any role. */
    static void refer(Operation operation) {
        Arrays.stream(Permission.values())
                .filter(permission ->
                        permission.operations().stream().anyMatch(name -> name.equals(operation.getOperationId())))
                .findFirst()
                .ifPresentOrElse(
                        permission -> operation.setSecurity(requirements(permission)),
                        () -> operation.setSecurity(List.of(token(List.of()))));
    }

    private static List<SecurityRequirement> requirements(Permission permission) {
        if (permission.openness() == Openness.EVERYBODY) {
            return List.of();
        }
        var requirements = new ArrayList<SecurityRequirement>();
        requirements.add(token(permission.grants().keySet().stream()
                .map(role -> role.wireName())
                .toList()));
        if (permission.openness() == Openness.BY_SETTING) {
            requirements.add(OASFactory.createSecurityRequirement()); // no token
        }
        return requirements;
    }

    private static SecurityRequirement token(List<String> roles) {
        return OASFactory.createSecurityRequirement().addScheme(BEARER, roles);
    }
}
