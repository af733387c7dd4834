package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;

/** A server with messages in another language behaves the same: failed statements have the same outcome. */
class LocalisedMessagesIT {

    /** An append whose outcome is unknown waits for 10 s. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final Load load = new Load();

    @Test
    void what_fails_comes_to_the_same_in_another_language() throws Exception {
        try (FaultyDatabase database = FaultyDatabase.start(directory.resolve("postgres"));
                PackagedRegistry registry = database.launch(directory, SignerKey.generate("zone-registry/language"))
                        .small()
                        .start()) {
            load.start(registry);
            load.awaitMore(100);
            database.execute("alter table event add check (type <> 'ZoneRenamed')");
            List<String> inEnglish = whatFails(database, registry, "english");
            database.relay().translate(true);
            assertThat(whatFails(database, registry, "chinese")).isEqualTo(inEnglish);
            load.stop();
            assertThat(Set.of(503)).containsAll(load.otherAnswers().keySet());
            load.proveNothingLostNorDoubled(registry);
            database.relay().translate(false);
            panicsAfterTheCommit(database, registry, "english");
            database.relay().translate(true);
            panicsAfterTheCommit(database, registry, "chinese");
        } finally {
            load.stop();
        }
    }

    private List<String> whatFails(FaultyDatabase database, PackagedRegistry registry, String language)
            throws Exception {
        List<String> outcomes = new ArrayList<>();
        var others = load.otherAnswers();
        for (int i = 1; i <= 5; i++) {
            outcomes.add(refusedByTheDatabase(registry, "zone-" + i, language));
            outcomes.add("taken: "
                    + registry.post("/v1/zones", language + i, Zones.establishment("zone-" + i))
                            .statusCode());
        }
        load.awaitMore(100);
        outcomes.add("other commands wait: " + !load.otherAnswers().equals(others));
        nobodyMayAppend(database);
        sessionsEnd(database);
        return outcomes;
    }

    /** Violates a constraint among the appends of others. */
    private static String refusedByTheDatabase(PackagedRegistry registry, String zone, String language)
            throws IOException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = registry.post("/v1/zones/" + zone + "/name", language + zone, """
                {"name": {"en": "Renamed"}, "effectiveOn": "2015"}""");
        boolean isSoon = System.nanoTime() - begun < SOON.toNanos();
        return "refused: " + answer.statusCode() + (isSoon ? " soon" : " late");
    }

    /** Holds the append lock for longer than a statement waits for it. */
    private void nobodyMayAppend(FaultyDatabase database) throws Exception {
        database.execute("begin; select pg_advisory_xact_lock(event_append_lock()); select pg_sleep(7); commit");
        load.awaitMore(100);
    }

    private void sessionsEnd(FaultyDatabase database) throws Exception {
        for (int i = 0; i < 3; i++) {
            database.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'registry'");
            load.awaitMore(50);
        }
    }

    /** The outcome of the command is unknown and must be found: the command has no idempotency key. */
    private static void panicsAfterTheCommit(FaultyDatabase database, PackagedRegistry registry, String language)
            throws Exception {
        long before = database.logSize();
        database.relay().panicAtNextCommit();
        HttpResponse<String> answer = registry.postWithoutKey("/v1/zones", Zones.establishment("panic-in-" + language));
        assertThat(database.relay().hasPanicked()).isTrue();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(database.logSize()).isEqualTo(before + 1);
    }
}
