package org.zoneregistry.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who asked for what, of the reads that a policy names: one line of JSON for each, when it was answered, in a category
 * of its own. It is apart from the ledger, since it tells of persons and has an end.
 */
@Singleton
final class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    private final Set<Permission> logged = EnumSet.noneOf(Permission.class);
    private final ObjectMapper json;

    AccessLog(
            ObjectMapper json,
            @ConfigProperty(name = "registry.access.log", defaultValue = "evidence,entries,feed") List<String> policy) {
        this.json = json;
        policy.forEach(name -> logged.add(Permission.of(name)));
    }

    /** Writes a line when the request is answered, if the policy says so. */
    void follow(Granted granted, Permission permission, RoutingContext routing) {
        if (logged.contains(permission)) {
            routing.addEndHandler(ended -> LOG.infof("%s", line(granted, permission, routing)));
        }
    }

    private String line(Granted granted, Permission permission, RoutingContext routing) {
        Caller caller = granted.caller();
        return json.createObjectNode()
                .put("actor", caller.actor())
                .put("role", granted.roleName())
                .put("client", caller.client())
                .put("token", caller.tokenId())
                .put("permission", permission.wireName())
                .put("method", routing.request().method().name())
                .put("target", routing.request().uri())
                .put("status", routing.response().getStatusCode())
                .put("bytes", routing.response().bytesWritten())
                .toString();
    }
}
