package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.postgres.EmbeddedPostgres;
import org.zoneregistry.postgres.ServerCopies;
import org.zoneregistry.testing.TestDirectories;
import org.zoneregistry.testing.UnusedServer;

/**
 * A backup and the archived log of the database can restore the state at any moment. Events that the restored database
 * lacks are reported.
 */
class RestoreIT {

    private static final SignerKey KEY = SignerKey.generate("zone-registry/restore");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private int zones;

    /** The ways to make a backup: by the registry's own program, and by PostgreSQL's if it is available. */
    static Stream<Named<Backup>> backups() {
        var own = Named.<Backup>of("the program", (server, data, base) -> ServerCopies.base(data, base));
        return PgBaseBackup.find()
                .map(program -> Stream.of(own, Named.<Backup>of("pg_basebackup", program::base)))
                .orElseGet(() -> Stream.of(own));
    }

    /** Makes a base backup of a running server. */
    interface Backup {
        void make(EmbeddedPostgres server, Path data, Path base) throws Exception;
    }

    @ParameterizedTest
    @MethodSource("backups")
    void restored_to_the_end_nothing_is_lost_and_restored_to_the_past_it_is_said_what_is(Backup backup)
            throws Exception {
        Path archive = Files.createDirectory(directory.resolve("archive"));
        Path data = Files.createDirectory(directory.resolve("data"));
        Files.writeString(data.resolve("local.conf"), """
                archive_mode = on
                archive_command = 'test ! -f "%1$s/%%f" && cp "%%p" "%1$s/%%f"'
                """.formatted(archive));
        Path base = directory.resolve("base");
        String last;
        String kept;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(UnusedServer.in(data))) {
            try (PackagedRegistry registry = on(server).start()) {
                establish(registry);
                backup.make(server, data, base);
                establish(registry);
                kept = establish(registry);
                ServerCopies.ask(server, "select pg_create_restore_point('before_the_accident')::text");
                last = establish(registry);
                awaitSigned(last);
            }
            // by its name: the server can write into the next segment at any time
            String segment = ServerCopies.ask(server, "select pg_walfile_name(pg_switch_wal())");
            await().atMost(SOON)
                    .until(() -> ServerCopies.ask(
                                    server,
                                    "select (last_archived_wal >= '" + segment + "')::text from pg_stat_archiver")
                            .equals("true"));
        }

        try (EmbeddedPostgres server = restored(base, archive, "everything", "");
                PackagedRegistry registry = on(server).start()) {
            assertThat(Zones.read(registry, "/v1/zones/zone-" + zones, last)).contains("zone-" + zones);
            registry.verify();
            assertThat(registry.get("/q/health/ready").statusCode()).isEqualTo(200);
        }

        String target = "recovery_target_name = 'before_the_accident'\nrecovery_target_action = 'promote'\n";
        try (EmbeddedPostgres server = restored(base, archive, "past", target);
                PackagedRegistry registry = on(server).begin()) {
            registry.awaitListening();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(registry.get("/q/health/ready").body())
                                    .contains("\"checkpointSize\": " + last, "\"logSize\": " + kept));
            assertThat(registry.post("/v1/zones", "more", Zones.establishment("more"))
                            .statusCode())
                    .as("recording-stopped")
                    .isEqualTo(503);
            assertThat(Zones.read(registry, "/v1/zones/zone-1", "1")).contains("zone-1");
            assertThat(registry.get("/v1/audit/checkpoint")
                            .body()
                            .lines()
                            .toList()
                            .get(1))
                    .as("the latest checkpoint, with more events than the log has")
                    .isEqualTo(last);
        }
    }

    private Launch on(EmbeddedPostgres server) {
        return Launch.on(server, directory, KEY).keepingCheckpoint();
    }

    private static EmbeddedPostgres restored(Path base, Path archive, String name, String target) throws IOException {
        Path data = base.resolveSibling(name);
        TestDirectories.copy(base, data);
        Files.createFile(data.resolve("cluster/recovery.signal"));
        Files.writeString(
                data.resolve("cluster/postgresql.auto.conf"),
                """
                restore_command = 'cp "%s/%%f" "%%p"'
                """.formatted(archive) + target,
                StandardOpenOption.APPEND);
        return EmbeddedPostgres.start(data);
    }

    /** Establishes another zone, and returns the position. */
    private String establish(PackagedRegistry registry) throws IOException {
        return Zones.position(Zones.establish(registry, "zone-" + ++zones));
    }

    private void awaitSigned(String position) {
        await().atMost(SOON)
                .until(() -> Files.exists(directory.resolve("audit.checkpoint"))
                        && Files.readString(directory.resolve("audit.checkpoint"))
                                .contains("\n" + position + "\n"));
    }
}
