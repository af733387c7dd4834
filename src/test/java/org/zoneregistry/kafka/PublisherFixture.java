package org.zoneregistry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.zoneregistry.kafka.PublisherState.Condition;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.testing.TestKafka;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** A log that is published to its own topic, by nodes that share a database. */
final class PublisherFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final int BATCH = 7;
    static final String SOURCE = "urn:zone-registry:test";

    private static final List<ZoneCode> ZONES =
            List.of(new ZoneCode("a"), new ZoneCode("b-1"), new ZoneCode("c"), new ZoneCode("d"), new ZoneCode("e"));

    /** Gives each log another content. */
    private static final AtomicLong SEED = new AtomicLong(7);

    /** Grants every take, so that every node publishes. */
    static final Lease ALWAYS_GRANTED = new Lease() {
        @Override
        public Uni<Boolean> take(long position) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Uni<Void> release() {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Integer> partitions(int found) {
            return Uni.createFrom().item(found);
        }
    };

    final SimulatedLog log = new SimulatedLog();
    final PublisherSettings settings;
    final Topic topic;
    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final RandomTrade trade = new RandomTrade(new Random(SEED.getAndIncrement()), ZONES);
    private final List<LogPublisher> publishers = new ArrayList<>();

    PublisherFixture(TestKafka kafka) {
        // its first use must not happen in two threads at once; Quarkus prepares it at the start
        assertThat(ContextManagerProvider.instance()).isNotNull();
        topic = new Topic(kafka.address(), TestKafka.topic());
        settings = new PublisherSettings(
                topic.name(),
                Topic.PARTITIONS,
                1,
                BATCH,
                Duration.ofMillis(100),
                // longer than the delays of a busy machine; a node that ends gives its lease back
                Duration.ofSeconds(30),
                Map.of(
                        "bootstrap.servers", kafka.address(),
                        // short, so that a test can wait for an outage to be noticed
                        "max.block.ms", 5_000,
                        "request.timeout.ms", 2_000,
                        "delivery.timeout.ms", 5_000,
                        "default.api.timeout.ms", 5_000));
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (ZoneCode zone : ZONES) {
            log.append(new ZoneEstablished(
                    zone, new ZoneName("Zone", null), ZoneType.BONDED_ZONE, "CN-JS", null, null, day, day));
        }
    }

    void append(int events) {
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
    }

    /** Creates the topic, as the first node does. */
    void create() {
        try (var admin = topic.admin()) {
            new LogTopic(settings).ready(admin).await().atMost(PATIENCE);
        }
    }

    /** A node that publishes when it has the lease. */
    LogPublisher node() {
        return started(new LogPublisher(pool, log, SOURCE, settings));
    }

    /** A node that always publishes. */
    LogPublisher ruthlessNode() {
        return started(new LogPublisher(log, ALWAYS_GRANTED, SOURCE, settings));
    }

    private LogPublisher started(LogPublisher publisher) {
        publishers.add(publisher);
        publisher.start();
        return publisher;
    }

    Lease lease(Duration length) {
        return new DatabaseLease(pool, topic.name(), length);
    }

    /** Waits until a node knows that all events are published. */
    void awaitAll() {
        long last = log.events().size();
        await().atMost(PATIENCE)
                .until(() -> publishers.stream()
                        .anyMatch(publisher -> publisher.state().position() == last));
    }

    void awaitCondition(LogPublisher publisher, Condition condition) {
        await().atMost(PATIENCE).until(() -> publisher.state().condition() == condition);
    }

    @Override
    public void close() {
        publishers.forEach(LogPublisher::close);
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
        database.close();
    }
}
