package org.zoneregistry.openapi;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.zoneregistry.access.Permission;
import org.zoneregistry.access.Permission.Openness;
import org.zoneregistry.access.Role;

/** Which operations take a bearer token, and which roles permit them ({@link Permission}). */
final class Security {

    private static final String BEARER = "bearer";

    /** An extension: linters take roles in a security requirement for unknown scopes. */
    private static final String ROLES = "x-roles";

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
                        permission -> refer(operation, permission), () -> operation.setSecurity(List.of(token())));
    }

    private static void refer(Operation operation, Permission permission) {
        operation.setSecurity(requirements(permission.openness()));
        if (!permission.grants().isEmpty()) {
            operation.addExtension(
                    ROLES,
                    permission.grants().keySet().stream().map(Role::wireName).toList());
        }
    }

    private static List<SecurityRequirement> requirements(Openness openness) {
        return switch (openness) {
            case EVERYBODY -> List.of();
            case BY_SETTING -> List.of(token(), OASFactory.createSecurityRequirement()); // or no token
            default -> List.of(token());
        };
    }

    private static SecurityRequirement token() {
        return OASFactory.createSecurityRequirement().addScheme(BEARER, List.of());
    }
}
