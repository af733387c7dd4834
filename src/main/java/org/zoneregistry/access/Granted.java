package org.zoneregistry.access;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The permission of a caller for one request.
 *
 * @param role the role that gave the permission; null if none is needed
 * @param scope the scope of the role
 * @param limit the places of the caller
 * @param entries the places whose entries and enterprises the caller may read
 * @param isForEverybody whether no token is needed, so that everybody may keep the answer
 */
public record Granted(
        Caller caller, @Nullable Role role, Scope scope, Limit limit, Limit entries, boolean isForEverybody) {

    private static final String KEY = Granted.class.getName();

    /** In an open registry everybody may do everything. */
    static final Granted OPEN = new Granted(Caller.LOCAL, null, Scope.ALL, Limit.NONE, Limit.NONE, true);

    /** The permission of a request. Every request that reaches a resource method has one. */
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

    /** What two roles permit together. The wider one is the role of what the caller does. */
    Granted or(Granted other) {
        Granted wider = other.scope.compareTo(scope) < 0 ? other : this;
        return new Granted(caller, wider.role, wider.scope, limit.or(other.limit), entries, isForEverybody);
    }

    /** The actor whose jobs the caller may see; null for all jobs. */
    public @Nullable String owner() {
        return scope == Scope.OWN ? caller.actor() : null;
    }

    /** The role in events. */
    public String roleName() {
        return role == null ? "open-access" : role.wireName();
    }
}
