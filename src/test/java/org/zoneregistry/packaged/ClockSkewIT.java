package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.TestDatabase;

/**
 * Two nodes whose clocks are a minute ahead of and behind the database's clock. Immutable answers must not change, and
 * only the database's clock may decide what is past or future.
 */
class ClockSkewIT {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration OBSERVATION = Duration.ofSeconds(15);
    private static final SignerKey KEY = SignerKey.generate("zone-registry/skew");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final PastAnswers past = new PastAnswers(status -> status == 400 || status == 503);
    private final Load load = new Load(1);

    private final List<PackagedRegistry> nodes = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        assumeTrue(FakeTime.of(directory).isPresent(), "libfaketime isn't installed");
        nodes.add(begin("+" + SKEW.toSeconds()));
        nodes.add(begin("-" + SKEW.toSeconds()));
        nodes.forEach(PackagedRegistry::awaitReady);
    }

    private PackagedRegistry begin(String offset) throws IOException {
        FakeTime clock =
                FakeTime.of(directory.resolve("clock" + offset)).orElseThrow().set(offset);
        return Launch.on(DATABASE, directory, KEY).by(clock.launcher()).small().begin();
    }

    @AfterEach
    void end() throws Exception {
        load.stop();
        nodes.forEach(PackagedRegistry::close);
    }

    @Test
    void what_is_said_never_to_change_does_not_and_the_database_says_what_is_past() throws Exception {
        Set<String> questions = new LinkedHashSet<>();
        Instant begun = Instant.now();
        for (long after = -SKEW.toSeconds(); after <= SKEW.toSeconds() + 2; after += 2) {
            questions.add(zones(begun.plusSeconds(after)));
        }
        load.start(nodes.getFirst());
        while (Instant.now().isBefore(begun.plus(OBSERVATION))) {
            questions.add(zones(Instant.now()));
            questions.add(zones(Instant.now().minusSeconds(11)));
            askAll(questions);
        }
        load.stop();
        askAll(questions);
        past.proveUnchanged();

        Thread.sleep(Duration.ofSeconds(3));
        for (PackagedRegistry node : nodes) {
            assertThat(node.get(zones(Instant.now().minusSeconds(1))).statusCode())
                    .as("a second ago")
                    .isEqualTo(200);
            assertThat(node.get(zones(Instant.now().plusSeconds(30))).statusCode())
                    .as("in half a minute")
                    .isEqualTo(400);
        }
    }

    private void askAll(Set<String> questions) {
        for (String question : questions) {
            nodes.forEach(node -> past.ask(node, question));
        }
    }

    private static String zones(Instant knownAt) {
        return "/v1/zones?validAt=2022-12-31&limit=1&knownAt=" + knownAt.truncatedTo(ChronoUnit.MICROS);
    }
}
