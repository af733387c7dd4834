package org.zoneregistry.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka, broker and controller in this JVM (KRaft), on a free port and with a directory under {@code target}. It
 * can be stopped and started again. If Kafka would end its process after a fault, the fault is logged, and the JVM with
 * the tests continues.
 */
public final class TestKafka {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int NODE = 1;

    /** A logger is kept only while it is referenced. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private static @Nullable TestKafka shared;
    private static volatile boolean gaveUp;

    private final KafkaConfig config;
    private final String address;
    private final Path directory;
    private @Nullable KafkaRaftServer server;

    private TestKafka() throws IOException {
        TestServer.checkThatServersMayRun();
        Exit.setExitProcedure(TestKafka::giveUp);
        Exit.setHaltProcedure(TestKafka::giveUp);
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        directory = TestDirectories.create("kafka");
        String data = directory.resolve("data").toString();
        int[] ports = freePorts();
        address = "127.0.0.1:" + ports[0];
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + ports[1]),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://" + address + ",CONTROLLER://127.0.0.1:" + ports[1]),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", data),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("controlled.shutdown.enable", "false"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152")));
        format(data);
        config = KafkaConfig.fromProps(properties);
        up();
    }

    /** The Kafka of this JVM, started on first use and ended with the JVM at the latest. */
    public static synchronized TestKafka shared() {
        if (shared == null) {
            try {
                shared = new TestKafka();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(TestKafka::endShared));
        }
        return shared;
    }

    /** Ends the shared Kafka, if there is one, before the class loader of its classes is closed. */
    public static synchronized void endShared() {
        if (shared != null) {
            shared.end();
            shared = null;
        }
    }

    /** A topic that no other test uses. */
    public static String topic() {
        return "log-" + NUMBER.incrementAndGet();
    }

    /** The bootstrap server. */
    public String address() {
        return address;
    }

    /** Starts Kafka, with its data from before the last stop. */
    public void up() {
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    /** Stops it. */
    public void down() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private static void giveUp(int status, @Nullable String why) {
        gaveUp = true;
        var fault = new IllegalStateException("Kafka would end with " + status + ": " + why);
        Logger.getLogger(TestKafka.class.getName()).log(Level.SEVERE, "The broker has given up.", fault);
        throw fault;
    }

    private void end() {
        if (!gaveUp) {
            down();
        }
        try {
            Utils.delete(directory.toFile());
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    private static void format(String data) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(data)
                    .setMetadataLogDirectory(data)
                    .run();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int[] freePorts() throws IOException {
        InetAddress local = InetAddress.getLoopbackAddress();
        try (var one = new ServerSocket(0, 1, local);
                var other = new ServerSocket(0, 1, local)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }
}
