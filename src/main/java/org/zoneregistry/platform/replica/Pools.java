package org.zoneregistry.platform.replica;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the application's pool; with a replica where one is configured. */
@Singleton
public final class Pools implements PgPoolCreator {

    private final Optional<String> url;
    private final Optional<String> user;
    private final Optional<String> password;
    private @Nullable Pool replica;

    Pools(
            @ConfigProperty(name = "registry.replica.url") Optional<String> url,
            @ConfigProperty(name = "registry.replica.user") Optional<String> user,
            @ConfigProperty(name = "registry.replica.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public synchronized Pool create(Input input) {
        List<PgConnectOptions> options = input.pgConnectOptionsList();
        Pool primary = PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(options))
                .using(input.vertx())
                .build();
        if (url.isEmpty()) {
            return primary;
        }
        Pool made = PgBuilder.pool()
                .with(new PoolOptions(input.poolOptions()).setName("replica"))
                .connectingTo(options(url.get(), options.getFirst()))
                .using(input.vertx())
                .build();
        replica = made;
        return new RoutedPool(primary, made);
    }

    /** The replica's, where there is one. */
    synchronized Optional<Pool> replica() {
        return Optional.ofNullable(replica);
    }

    private PgConnectOptions options(String address, PgConnectOptions primary) {
        PgConnectOptions options =
                PgConnectOptions.fromUri(address).setCachePreparedStatements(primary.getCachePreparedStatements());
        options.setUser(user.orElse(primary.getUser()));
        options.setPassword(password.orElse(primary.getPassword()));
        return options;
    }
}
