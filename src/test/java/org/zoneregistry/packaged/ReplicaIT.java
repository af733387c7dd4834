package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.platform.postgres.Copies;
import org.zoneregistry.platform.postgres.EmbeddedPostgres;

/** Reads are asked of a streaming replica as long as it has what they ask for, and of the primary otherwise. */
class ReplicaIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private int zones;

    @Test
    void whoever_writes_reads_what_was_written_whether_the_replica_follows_lags_or_is_gone() throws Exception {
        Path first = directory.resolve("primary");
        Path second = directory.resolve("replica");
        try (EmbeddedPostgres primary = EmbeddedPostgres.start(first)) {
            EmbeddedPostgres replica = Copies.standby(primary, first, second);
            try (PackagedRegistry registry = Launch.on(primary, directory, SignerKey.generate("zone-registry/replica"))
                    .with("-Dregistry.replica.url=" + replica.reactiveUrl())
                    .start()) {
                await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));

                Copies.ask(replica, "select pg_wal_replay_pause()::text");
                for (int i = 0; i < 3; i++) {
                    readsFromPrimary(registry);
                }
                Copies.ask(replica, "select pg_wal_replay_resume()::text");
                await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));

                replica.close();
                await().atMost(SOON).untilAsserted(() -> readsFromPrimary(registry));
            } finally {
                replica.close();
            }
        }
    }

    private void readsFromReplica(PackagedRegistry registry) throws IOException {
        double before = count(registry, "registry_replica_reads_total");
        writeAndRead(registry);
        assertThat(count(registry, "registry_replica_reads_total")).isEqualTo(before + 3);
    }

    private void readsFromPrimary(PackagedRegistry registry) throws IOException {
        double before = count(registry, "registry_replica_left_out_total");
        writeAndRead(registry);
        assertThat(count(registry, "registry_replica_left_out_total")).isEqualTo(before + 3);
    }

    private void writeAndRead(PackagedRegistry registry) throws IOException {
        String code = "zone-" + ++zones;
        String position = Zones.position(Zones.establish(registry, code));
        for (String path : new String[] {"/v1/zones/" + code, "/v1/statistics/composition"}) {
            var read = registry.get(path, "Registry-Min-Position", position);
            assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
            assertThat(read.headers().firstValue("Registry-Position")).contains(position);
        }
        assertThat(registry.get("/v1/statistics/composition", "Registry-Min-Position", position)
                        .body())
                .contains("\"zones\":" + zones);
    }

    private static double count(PackagedRegistry registry, String counter) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + counter + " (.+)$")
                .matcher(registry.get("/q/metrics").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0; // it is there from the first read on
    }
}
