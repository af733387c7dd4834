package org.zoneregistry.access;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * That a caller may do what a request asks for, and why.
 *
 * @param role the role that allowed it; null where it takes none
 * @param scope how far the role may go
 * @param limit the places in which
 * @param isForEverybody whether it takes no token, so that anybody may keep the answer
 */
public record Granted(Caller caller, @Nullable Role role, Scope scope, Limit limit, boolean isForEverybody) {

    private static final String KEY = Granted.class.getName();

    /** As an open registry lets everybody do everything. */
    static final Granted OPEN = new Granted(Caller.LOCAL, null, Scope.ALL, Limit.NONE, true);

    /** What was granted to a request; a resource method is reached by no other. */
    public static Granted of(RoutingContext routing) {
        Granted granted = routing.get(KEY);
        if (granted == null) {
            throw new IllegalStateException(
                    "Nothing was granted to " + routing.request().path());
        }
        return granted;
    }

    static boolean isForEverybody(RoutingContext routing) {
        return routing.get(KEY) instanceof Granted granted && granted.isForEverybody();
    }

    void to(RoutingContext routing) {
        routing.put(KEY, this);
    }

    /** Whose jobs the caller may see; null for everybody's. */
    public @Nullable String owner() {
        return scope == Scope.OWN ? caller.actor() : null;
    }

    /** The role that events name. */
    public String roleName() {
        return role == null ? "open-access" : role.wireName();
    }
}
