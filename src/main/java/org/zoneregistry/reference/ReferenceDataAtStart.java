package org.zoneregistry.reference;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.log.SealedTags;

/**
 * Loads the reference data after the application has started, unless {@code registry.reference-data} is false. For the
 * illustrative data set it loads the illustrative entries instead of the real ones.
 *
 * <p>It loads in the background: the application answers at once, but is ready only after the load. If a load fails,
 * for example because the database can't be reached, it is retried until it succeeds.
 *
 * <p>After a load without refusals, a sealed tag of the log keeps the digest of the commands. Later starts send nothing
 * while the commands are the same.
 */
@Singleton
public class ReferenceDataAtStart {

    /** Runs after the observers that start the command side. */
    private static final int AFTER_THE_COMMAND_SIDE = Interceptor.Priority.PLATFORM_AFTER + 500;

    private static final Logger LOG = Logger.getLogger(ReferenceDataAtStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ReferenceLoader loader;
    private final FurtherData further;
    private final Dataset dataset;
    private final Instance<HttpServer> server;
    private final SealedTags loads;
    private final boolean wanted;
    private volatile @Nullable ReferenceReport report;
    private volatile @Nullable Cancellable load;

    ReferenceDataAtStart(
            ReferenceLoader loader,
            FurtherData further,
            Dataset dataset,
            Instance<HttpServer> server,
            @PoolFor(Purpose.THE_LOG) Pool log,
            @ConfigProperty(name = "registry.reference-data", defaultValue = "true") boolean wanted) {
        this.loader = loader;
        this.further = further;
        this.dataset = dataset;
        this.server = server;
        this.loads = new SealedTags(log);
        this.wanted = wanted;
    }

    void onStart(@Observes @Priority(AFTER_THE_COMMAND_SIDE) StartupEvent event) {
        if (wanted) {
            load = Uni.createFrom()
                    .item(ReferenceTranslation::shipped)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .flatMap(this::load)
                    .onFailure()
                    .invoke(failure -> LOG.warn("The reference data are not loaded yet; loading is retried.", failure))
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(this::loaded, failure -> LOG.error("The reference data can't be loaded.", failure));
        }
    }

    Uni<ReferenceReport> load(ReferenceTranslation reference) {
        return switch (dataset) {
            case REFERENCE -> once(reference);
            case ILLUSTRATIVE ->
                once(reference.withoutEntries())
                        .call(() ->
                                further.load(reference).invoke(summary -> LOG.infof("Illustrative data: %s", summary)));
        };
    }

    private Uni<ReferenceReport> once(ReferenceTranslation reference) {
        String tag = "reference-data:" + reference.digest();
        return Uni.createFrom().completionStage(() -> loads.find(tag)).flatMap(earlier -> {
            if (earlier.isPresent()) {
                return Uni.createFrom().item(ReferenceReport.ofEarlierLoad(reference));
            }
            return loader.load(reference)
                    .call(done -> done.refused().isEmpty()
                            ? Uni.createFrom().completionStage(() -> loads.seal(tag, new byte[0]))
                            : Uni.createFrom().nullItem());
        });
    }

    void onStop(@Observes ShutdownEvent event) {
        Cancellable running = load;
        if (running != null) {
            running.cancel();
        }
    }

    private void loaded(ReferenceReport done) {
        report = done;
        done.refused().forEach(refusal -> LOG.warnf("Reference data refused: %s", refusal));
        LOG.infof("Reference data: %s", done.summary());
        LOG.debug(done.text());
        dataset.notice().ifPresent(LOG::warn);
        logFirstRequests();
    }

    private void logFirstRequests() {
        URI base = server.get().getLocalBaseUri();
        LOG.infof(
                "Good first requests: the zones at the end of 2022 %s, the claims of a press conference about them %s,"
                        + " and all requests %s",
                base.resolve("/v1/zones?validAt=2022-12-31"),
                base.resolve("/v1/statistics/briefing?year=2022"),
                base.resolve(LaunchMode.current().isDev() ? "/q/swagger-ui" : "/openapi"));
        if (LaunchMode.current().isDev() && dataset == Dataset.REFERENCE) {
            LOG.infof(
                    "The trade of few zones is known. To see every statistic, with generated entries in a separate"
                            + " ledger: ./mvnw quarkus:dev -D%s=%s",
                    Dataset.SETTING, Dataset.ILLUSTRATIVE.wireName());
        }
    }

    /** Whether the load is complete. */
    public boolean done() {
        return !wanted || report != null;
    }

    /** The result of the load; empty before its end, or if none is configured. */
    public Optional<ReferenceReport> report() {
        return Optional.ofNullable(report);
    }
}
