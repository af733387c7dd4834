package org.zoneregistry.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.feed.FeedName;
import org.zoneregistry.log.EventLog;

/** Publishes the log while the application runs, if that is enabled. If not, no code of Kafka runs. */
@Singleton
public final class KafkaWiring {

    static final String ENABLED = "registry.kafka.enabled";

    private final boolean enabled;
    private volatile @Nullable LogPublisher publisher;

    KafkaWiring(@ConfigProperty(name = ENABLED, defaultValue = "false") boolean enabled) {
        this.enabled = enabled;
    }

    /** The publisher; empty if publishing is not enabled. */
    public Optional<LogPublisher> publisher() {
        return Optional.ofNullable(publisher);
    }

    void start(
            @Observes StartupEvent starting,
            @PoolFor(Purpose.THE_LOG) Pool pool,
            EventLog log,
            FeedName name,
            MeterRegistry meters,
            // Quarkus collects every setting whose name begins with "kafka."
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> clients,
            @ConfigProperty(name = "registry.kafka.topic", defaultValue = "zone-registry-log") String topic,
            @ConfigProperty(name = "registry.kafka.partitions", defaultValue = "12") int partitions,
            @ConfigProperty(name = "registry.kafka.replicas", defaultValue = "-1") int replicas,
            @ConfigProperty(name = "registry.kafka.batch-size", defaultValue = "1000") int batchSize,
            @ConfigProperty(name = "registry.kafka.poll-interval", defaultValue = "1s") Duration pollInterval,
            @ConfigProperty(name = "registry.kafka.lease", defaultValue = "10s") Duration lease) {
        if (!enabled) {
            return;
        }
        Map<String, Object> properties = clients.get();
        if (!properties.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalStateException(ENABLED + " is set: set kafka.bootstrap.servers too.");
        }
        var settings = new PublisherSettings(topic, partitions, replicas, batchSize, pollInterval, lease, properties);
        publisher = new LogPublisher(pool, log, name.value(), settings);
        meters.gauge(
                "registry.kafka.position", publisher, running -> running.state().position());
        publisher.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        publisher().ifPresent(LogPublisher::close);
    }
}
