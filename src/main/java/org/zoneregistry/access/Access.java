package org.zoneregistry.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zoneregistry.access.Permission.Openness;
import org.zoneregistry.http.problem.PageNotice;
import org.zoneregistry.process.CallerContext;

/** The permissions of callers, with the settings of the registry. */
@Singleton
public final class Access implements PageNotice {

    private static final Logger LOG = Logger.getLogger(Access.class);

    private final List<String> issuers;
    private final Set<Permission> forEverybody;
    private final boolean everywhereWithoutClaims;
    private final Set<String> introspected;
    private final boolean isForPeople;

    Access(
            @ConfigProperty(name = AccessConfigSourceFactory.ISSUERS) Optional<String> issuers,
            @ConfigProperty(name = "registry.access.public") Optional<List<String>> forEverybody,
            @ConfigProperty(name = "registry.access.everywhere-without-claims", defaultValue = "false")
                    boolean everywhereWithoutClaims,
            @ConfigProperty(name = "registry.access.introspect") Optional<List<String>> introspected,
            @ConfigProperty(name = AccessConfigSourceFactory.CLIENT) Optional<String> client) {
        this.issuers = AccessConfigSourceFactory.issuers(issuers.orElse(""));
        this.forEverybody = EnumSet.noneOf(Permission.class);
        forEverybody.orElse(List.of()).forEach(name -> this.forEverybody.add(publicly(name)));
        this.everywhereWithoutClaims = everywhereWithoutClaims;
        this.introspected = Set.copyOf(introspected.orElse(List.of()));
        this.isForPeople = !isOpen() && client.isPresent();
        if (!this.issuers.containsAll(this.introspected)) {
            throw new IllegalArgumentException("registry.access.introspect names an issuer that is not in "
                    + AccessConfigSourceFactory.ISSUERS + ".");
        }
    }

    private static Permission publicly(String name) {
        Permission permission = Permission.of(name);
        if (!permission.canBePublic()) {
            throw new IllegalArgumentException(
                    "registry.access.public takes figures and document, and not " + name + ".");
        }
        return permission;
    }

    void announce(@Observes StartupEvent started) {
        if (isOpen()) {
            LOG.warnf("%s", notice().orElseThrow());
        } else {
            LOG.infof("Callers sign in with tokens of %s", String.join(", ", issuers));
        }
    }

    /** Whether the registry needs no tokens: then everybody who reaches it may do everything. */
    public boolean isOpen() {
        return issuers.isEmpty();
    }

    /** Says that the registry is open, if it is. */
    @Override
    public Optional<String> notice() {
        return isOpen()
                ? Optional.of("Open access: no issuer of tokens is configured, and whoever reaches this registry does"
                        + " everything as the user " + Caller.LOCAL.subject() + ".")
                : Optional.empty();
    }

    /** Whether people can sign in to the pages. */
    public boolean isForPeople() {
        return isForPeople;
    }

    /**
     * Does something for the caller of a request with another permission than that of the request, with the limits that
     * the caller has for it. Afterwards the request has its own permission again.
     *
     * @param what is called only if the caller has the permission
     * @return fails with {@code forbidden} if the caller does not have it
     */
    public <T> Uni<T> with(Permission permission, RoutingContext routing, Supplier<Uni<? extends T>> what) {
        return Uni.createFrom().deferred(() -> {
            Granted own = Granted.of(routing);
            Granted other = isOpen()
                    ? Granted.OPEN
                    : grant(own.caller(), permission)
                            .orElseThrow(() -> AccessFilter.refused(own.caller(), permission, routing));
            other.to(routing);
            // commands end on threads without the request
            return CallerContext.returnTo(Uni.createFrom().<T>deferred(what))
                    .onTermination()
                    .invoke(() -> own.to(routing));
        });
    }

    /** Whether the issuer is asked about each of its tokens. */
    boolean isIntrospected(String issuer) {
        return introspected.contains(issuer);
    }

    /** Whether the caller of a request may also do this, somewhere. */
    public boolean offers(RoutingContext routing, Permission permission) {
        return isOpen() || grant(Granted.of(routing).caller(), permission).isPresent();
    }

    /** The issuers of accepted tokens. */
    List<String> issuers() {
        return issuers;
    }

    /** The permission of a caller, from all of its roles together; empty if none of them has it. */
    Optional<Granted> grant(Caller caller, Permission permission) {
        boolean isForEverybody = permission.openness() == Openness.EVERYBODY || forEverybody.contains(permission);
        if (isForEverybody || (permission.openness() == Openness.SIGNED_IN && caller.isKnown())) {
            return Optional.of(new Granted(caller, null, Scope.ALL, Limit.NONE, entries(caller), isForEverybody));
        }
        return permission.grants().entrySet().stream()
                .filter(grant -> caller.roles().contains(grant.getKey()))
                .map(grant -> new Granted(
                        caller,
                        grant.getKey(),
                        grant.getValue(),
                        caller.limit(grant.getValue(), everywhereWithoutClaims),
                        entries(caller),
                        false))
                .reduce(Granted::or);
    }

    /** Where the caller may read entries and enterprises. */
    private Limit entries(Caller caller) {
        return Permission.ENTRIES.grants().entrySet().stream()
                .filter(grant -> caller.roles().contains(grant.getKey()))
                .map(grant -> caller.limit(grant.getValue(), everywhereWithoutClaims))
                .reduce(Limit::or)
                .orElse(Limit.NOWHERE);
    }
}
