package org.zoneregistry.streams.cube;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * Maintains a topic with the trade cube: a compacted topic of the finest cells, each with the sum of its entries.
 *
 * <p>Guaranteed, for any number of instances, and however often they are killed: after everything up to a position has
 * been folded, a reader with {@code isolation.level=read_committed} sees the exact sums of the registry at that
 * position. Not guaranteed: that all zones are at one position while the log grows; each partition has its own
 * progress.
 *
 * <p>An event that can't be read stops the job.
 */
public final class CubeJob implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CubeJob.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final KafkaStreams streams;

    private final CountDownLatch ended = new CountDownLatch(1);

    private CubeJob(KafkaStreams streams) {
        this.streams = streams;
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.log(System.Logger.Level.ERROR, "The cube is no longer computed here.", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            if (now == State.ERROR || now == State.NOT_RUNNING) {
                ended.countDown();
            }
        });
    }

    /**
     * Starts an instance; several with the same name share the work.
     *
     * @param name the {@code application.id}
     * @param log the topic that the registry publishes to; it must exist
     * @param cube the topic of the cube; created if it does not exist
     * @param properties of Kafka Streams, {@code bootstrap.servers} at least, and a {@code state.dir} that no other
     *     instance has
     * @throws IllegalStateException if there is no such log
     */
    public static CubeJob start(String name, String log, String cube, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put("auto.offset.reset", "earliest");
        prepare(log, cube, all);
        var job = new CubeJob(new KafkaStreams(CubeTopology.of(log, cube), properties(all)));
        job.streams.start();
        return job;
    }

    /** Whether it has stopped permanently. */
    public boolean failed() {
        return streams.state() == State.ERROR || streams.state() == State.PENDING_ERROR;
    }

    /** Commits what was folded, and leaves the rest to other instances. */
    @Override
    public void close() {
        streams.close(new KafkaStreams.CloseOptions().leaveGroup(true).timeout(FAREWELL));
    }

    private static void prepare(String log, String cube, Map<String, Object> properties) {
        Map<String, Object> admins = new HashMap<>(properties);
        admins.keySet().removeIf(property -> property.equals(StreamsConfig.STATE_DIR_CONFIG));
        try (var admin = Admin.create(admins)) {
            int partitions = admin.describeTopics(List.of(log))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            var topic = new NewTopic(cube, Optional.of(partitions), Optional.empty())
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topics can't be prepared: " + failed.getCause(), failed);
            }
        }
    }

    private static Properties properties(Map<String, Object> all) {
        var properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    /**
     * Runs an instance until the process is told to end.
     *
     * @param arguments a file of properties: those of Kafka Streams, and {@code cube.name}, {@code cube.log.topic},
     *     {@code cube.topic}
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: CubeJob <file of properties>");
            System.exit(2);
        }
        var properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(file);
        }
        Map<String, Object> clients = new HashMap<>();
        properties.stringPropertyNames().forEach(each -> clients.put(each, properties.getProperty(each)));
        clients.keySet().removeIf(each -> each.startsWith("cube."));
        var job = start(
                properties.getProperty("cube.name", "zone-registry-cube"),
                properties.getProperty("cube.log.topic", "zone-registry-log"),
                properties.getProperty("cube.topic", "zone-registry-cube"),
                clients);
        Runtime.getRuntime().addShutdownHook(new Thread(job::close));
        job.ended.await();
        if (job.failed()) {
            System.exit(1);
        }
    }
}
