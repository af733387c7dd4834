package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;

class ReferenceLoaderTest {

    private final ReferenceTranslation translation = ReferenceTranslation.shipped();
    private final Registry registry = new Registry();
    private final ReferenceLoader loader = new ReferenceLoader(registry);

    @Test
    void sends_every_command_once_in_order() {
        ReferenceReport report = load();

        assertThat(report.loaded()).isEqualTo(translation.commands().size());
        assertThat(report.alreadyThere()).isZero();
        assertThat(report.refused()).isEmpty();
        assertThat(registry.recorded)
                .extracting(Origin::idempotencyKey)
                .containsExactlyElementsOf(translation.commands().stream()
                        .map(ReferenceCommand::idempotencyKey)
                        .toList());
    }

    @Test
    void commands_have_an_actor_and_a_source() {
        load();

        assertThat(registry.recorded).allSatisfy(origin -> {
            assertThat(origin.actor()).isEqualTo("reference-data-loader");
            assertThat(origin.role()).isEqualTo("system");
            assertThat(origin.source()).matches("[a-z_/]+\\.csv row \\d+ .+");
            assertThat(origin.requestHash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void a_second_load_adds_nothing() {
        load();
        ReferenceReport again = load();

        assertThat(again.loaded()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(translation.commands().size());
        assertThat(registry.recorded).hasSize(translation.commands().size());
    }

    @Test
    void an_interrupted_load_is_continued() {
        registry.failsAfter = 100;
        loader.load(translation)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class, "away");
        assertThat(registry.recorded).hasSize(100);

        registry.failsAfter = Integer.MAX_VALUE;
        ReferenceReport report = load();

        assertThat(report.alreadyThere()).isEqualTo(100);
        assertThat(report.loaded()).isEqualTo(translation.commands().size() - 100);
        assertThat(report.refused()).isEmpty();
    }

    @Test
    void a_refusal_is_reported_and_does_not_stop_the_load() {
        registry.taken = "reference:history:1";
        ReferenceReport report = load();

        assertThat(report.refused())
                .as("the establishment of the zone, and so the trade of an unknown zone")
                .extracting(refusal -> refusal.command().idempotencyKey())
                .containsExactly(
                        "reference:history:1",
                        "reference:zone_trade:shanghai-waigaoqiao:2023:import",
                        "reference:zone_trade:shanghai-waigaoqiao:2023:export",
                        "reference:zone_trade:shanghai-waigaoqiao:2022:total");
        assertThat(report.loaded()).isEqualTo(translation.commands().size() - 4);
        assertThat(report.text()).contains("Refused:\n  reference:history:1: zone-code-taken: ");
    }

    @Test
    void the_report_names_every_row_that_is_left_out() {
        String text = load().text();

        assertThat(translation.omissions())
                .isNotEmpty()
                .allSatisfy(omission -> assertThat(text).contains(omission.toString()));
    }

    @Test
    void the_hash_of_a_command_depends_on_nothing_but_its_values() {
        ReferenceCommand first = translation.commands().getFirst();

        assertThat(first.idempotencyKey()).isEqualTo("reference:history:1");
        assertThat(first.requestHash()).isEqualTo("b5aacc75ba486037692a28fbfeaa50ad475c704373d59f07f7889aea181c4d80");
        assertThat(translation.commands())
                .extracting(ReferenceCommand::requestHash)
                .doesNotHaveDuplicates();
    }

    private ReferenceReport load() {
        return Objects.requireNonNull(loader.load(translation)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem());
    }

    /** Records with the deciders, and stores outcomes by idempotency key. */
    private static final class Registry implements Commands {

        private final RegistryInMemory zones = new RegistryInMemory();
        private final Map<String, String> hashes = new HashMap<>();
        private final List<Origin> recorded = new ArrayList<>();
        private int failsAfter = Integer.MAX_VALUE;
        private String taken = "";

        @Override
        public Uni<Trial> tryOut(Object command, Origin origin) {
            throw new UnsupportedOperationException("loading records");
        }

        @Override
        public Uni<Outcome> send(Object command, Origin origin) {
            String key = Objects.requireNonNull(origin.idempotencyKey());
            String hash = Objects.requireNonNull(origin.requestHash());
            if (recorded.size() == failsAfter) {
                return Uni.createFrom().failure(new IllegalStateException("The database is away."));
            }
            if (key.equals(taken)) {
                return refused(Rejection.of(ProblemType.ZONE_CODE_TAKEN, "Choose another."));
            }
            String earlier = hashes.putIfAbsent(key, hash);
            if (earlier == null) {
                zones.send(key, command);
                recorded.add(origin);
            } else if (!earlier.equals(hash)) {
                return refused(Rejection.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "Choose another key."));
            }
            Rejection rejection = zones.rejections().get(key);
            return rejection == null
                    ? Uni.createFrom()
                            .item(new Outcome.Recorded(recorded.size(), Instant.EPOCH, List.of(), earlier != null))
                    : refused(rejection);
        }

        private static Uni<Outcome> refused(Rejection rejection) {
            return Uni.createFrom().item(new Outcome.Refused(rejection, 0, false));
        }
    }
}
