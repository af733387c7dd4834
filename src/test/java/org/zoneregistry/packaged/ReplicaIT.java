package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.postgres.EmbeddedPostgres;
import org.zoneregistry.postgres.ServerCopies;
import org.zoneregistry.testing.UnusedServer;

/** Reads use a streaming replica while it has the needed data, and the primary otherwise. */
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
        try (EmbeddedPostgres primary = EmbeddedPostgres.start(UnusedServer.in(first))) {
            EmbeddedPostgres replica = ServerCopies.standby(primary, first, second);
            try (PackagedRegistry registry = Launch.on(primary, directory, SignerKey.generate("zone-registry/replica"))
                    .with("-Dregistry.replica.url=" + replica.reactiveUrl())
                    .start()) {
                await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));

                ServerCopies.ask(replica, "select pg_wal_replay_pause()::text");
                for (int i = 0; i < 3; i++) {
                    readsFromPrimary(registry);
                }
                ServerCopies.ask(replica, "select pg_wal_replay_resume()::text");
                await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));

                replica.close();
                await().atMost(SOON).untilAsserted(() -> readsFromPrimary(registry));
            } finally {
                replica.close();
            }
        }
    }

    @Test
    void a_replica_that_is_replaced_by_one_that_has_not_come_as_far_changes_nothing_of_the_past() throws Exception {
        PastAnswers past = new PastAnswers(status -> status == 503);
        try (FaultyDatabase primary = FaultyDatabase.start(directory.resolve("primary"));
                FaultyDatabase replica = primary.standby(directory.resolve("replica"), primary.relay());
                FaultyDatabase lagging = primary.standby(directory.resolve("lagging"), primary.newRelay());
                PackagedRegistry registry = primary.launch(directory, SignerKey.generate("zone-registry/replica"))
                        .with("-Dregistry.replica.url=" + replica.url(replica.relay()))
                        .small()
                        .start()) {
            await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));
            await().atMost(SOON).until(() -> lagging.logSize() == zones);
            lagging.ask("select pg_wal_replay_pause()::text");
            await().atMost(SOON).untilAsserted(() -> readsFromReplica(registry));
            for (String path : new String[] {
                "/v1/zones?validAt=2022-12-31&knownAt=", "/v1/statistics/composition?validAt=2022-12-31&knownAt="
            }) {
                past.keep(registry, path + zones);
                past.watch(path + zones);
            }
            past.start(registry);
            for (int time = 0; time < 10; time++) {
                replica.relay()
                        .leadTo((time % 2 == 0 ? lagging : replica).server().port());
                replica.relay().resume();
                Thread.sleep(Duration.ofMillis(1_500));
            }
            past.stop();
            past.proveUnchanged();
        }
    }

    private void readsFromReplica(PackagedRegistry registry) throws IOException {
        double before = registry.count("registry_replica_reads_total");
        writeAndRead(registry);
        assertThat(registry.count("registry_replica_reads_total")).isEqualTo(before + 3);
    }

    private void readsFromPrimary(PackagedRegistry registry) throws IOException {
        double before = registry.count("registry_replica_left_out_total");
        writeAndRead(registry);
        assertThat(registry.count("registry_replica_left_out_total")).isEqualTo(before + 3);
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
}
