package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clocks of the application and of its database are set back and forward with libfaketime while commands arrive.
 * Recorded time must increase strictly with the positions, and nothing may be lost or recorded twice.
 */
class ClockJumpIT {

    private static final Set<Integer> RETRY_LATER = Set.of(503);
    private static final Duration AHEAD = Duration.ofDays(2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void recorded_time_goes_on_whatever_the_clock_does() throws Exception {
        Optional<FakeTime> installed = FakeTime.of(directory.resolve("clock"));
        assumeTrue(installed.isPresent(), "libfaketime isn't installed");
        FakeTime clock = installed.get().set("+0");
        Load load = new Load();
        try (PackagedRegistry registry =
                Launch.embedded(directory).by(clock.launcher()).start()) {
            load.start(registry);
            load.awaitMore(100);
            jump(clock, "-1h", load);
            jump(clock, "+" + AHEAD.toDays() + "d", load);
            Instant ahead = recordedAtHead(registry);
            assertThat(ahead).as("the clock was set").isAfter(Instant.now().plus(AHEAD.minusHours(1)));
            jump(clock, "+0", load);
            load.stop();
            assertThat(RETRY_LATER).containsAll(load.otherAnswers().keySet());
            load.proveNothingLostNorDoubled(registry);
            assertThat(recordedTimes(registry)).isSorted().doesNotHaveDuplicates();
            assertThat(Duration.between(ahead, recordedAtHead(registry)))
                    .as("after the clock went back, time goes on by the least that it can")
                    .isBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    /** Changes the clock, and waits until every process has seen it. */
    private static void jump(FakeTime clock, String offset, Load load) throws Exception {
        clock.set(offset);
        Thread.sleep(Duration.ofSeconds(3));
        load.awaitMore(200);
    }

    private static Instant recordedAtHead(PackagedRegistry registry) throws IOException {
        return recordedTimes(registry).getLast();
    }

    private static List<Instant> recordedTimes(PackagedRegistry registry) throws IOException {
        List<Instant> times = new ArrayList<>();
        for (JsonNode page = page(registry, times); !page.isEmpty(); page = page(registry, times)) {
            page.forEach(event -> times.add(Instant.parse(event.path("time").asText())));
        }
        return times;
    }

    private static JsonNode page(PackagedRegistry registry, List<Instant> before) throws IOException {
        return registry.getJson("/v1/events?limit=1000&after=" + before.size());
    }
}
