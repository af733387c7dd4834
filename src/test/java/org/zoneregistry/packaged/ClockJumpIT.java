package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clocks of the application and of its database are set back and forward, with libfaketime, while commands come in: recorded time goes
 * on strictly with the positions, and nothing is lost or doubled.
 */
class ClockJumpIT {

    private static final Set<Integer> COME_AGAIN = Set.of(503);
    private static final Duration AHEAD = Duration.ofDays(2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void recorded_time_goes_on_whatever_the_clock_does() throws Exception {
        List<Path> libraries = libraries();
        assumeTrue(!libraries.isEmpty(), "libfaketime isn't installed");
        setClock("+0");
        // what waits goes by the monotonic clock; the "fix" is for older libraries, and would make every timed wait end
        // at once
        List<String> launcher = List.of(
                "env",
                "LD_PRELOAD=" + libraries.getFirst(),
                "FAKETIME_TIMESTAMP_FILE=" + clock(),
                "FAKETIME_CACHE_DURATION=1",
                "DONT_FAKE_MONOTONIC=1",
                "FAKETIME_FORCE_MONOTONIC_FIX=0");
        Load load = new Load();
        try (PackagedRegistry registry = Launch.embedded(directory).by(launcher).start()) {
            load.start(registry);
            load.awaitMore(100);
            jump("-1h", load);
            jump("+" + AHEAD.toDays() + "d", load);
            Instant ahead = recordedAtHead(registry);
            assertThat(ahead).as("the clock was set").isAfter(Instant.now().plus(AHEAD.minusHours(1)));
            jump("+0", load);
            load.stop();
            assertThat(COME_AGAIN).containsAll(load.otherAnswers().keySet());
            load.proveNothingLostNorDoubled(registry);
            assertThat(recordedTimes(registry)).isSorted().doesNotHaveDuplicates();
            assertThat(Duration.between(ahead, recordedAtHead(registry)))
                    .as("after the clock went back, time goes on by the least that it can")
                    .isBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    /** Long enough for every process to see it. */
    private void jump(String offset, Load load) throws Exception {
        setClock(offset);
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

    private Path clock() {
        return directory.resolve("clock");
    }

    private void setClock(String offset) throws IOException {
        Path written = Files.writeString(directory.resolve("clock.new"), offset + "\n");
        Files.move(written, clock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> libraries() throws IOException {
        Path folder = Path.of("/usr/lib");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found =
                Files.find(folder, 3, (path, attributes) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return found.toList();
        }
    }
}
