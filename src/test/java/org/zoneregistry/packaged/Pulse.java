package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An ordinary client. It records a zone, checks readiness, repeats this, and measures the times. */
final class Pulse implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final int EVERY = 10;

    private final PackagedRegistry registry;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Long> millis = new ArrayList<>(); // owned by the thread
    private final List<String> recorded = new ArrayList<>(); // owned by the thread
    private final List<String> failures = new ArrayList<>(); // owned by the thread
    private volatile boolean beats = true;

    private Pulse(PackagedRegistry registry) {
        this.registry = registry;
    }

    static Pulse of(PackagedRegistry registry) {
        var pulse = new Pulse(registry);
        pulse.thread.execute(pulse::beat);
        return pulse;
    }

    private void beat() {
        while (beats) {
            String zone = Zones.newCode();
            long begun = System.nanoTime();
            try {
                var answer = registry.post("/v1/zones", zone, Zones.establishment(zone));
                millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
                if (answer.statusCode() == 201) {
                    recorded.add(zone);
                } else {
                    failures.add(answer.body());
                }
                if (millis.size() % EVERY == 0) {
                    var ready = registry.get("/q/health/ready");
                    if (ready.statusCode() != 200) {
                        failures.add("not ready: " + ready.body());
                    }
                }
                Thread.sleep(PAUSE);
            } catch (IOException failed) {
                failures.add(failed.toString());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * Ends it. Checks that every command was answered in time, the registry was always ready, and everything
     * acknowledged is recorded.
     */
    void prove() throws Exception {
        close();
        Collections.sort(millis);
        long p99 = millis.get((millis.size() - 1) * 99 / 100);
        assertThat(failures).isEmpty();
        assertThat(p99).as("ms, of %d commands", millis.size()).isLessThan(LONGEST_ANSWER.toMillis());
        for (String zone : List.of(recorded.getFirst(), recorded.getLast())) {
            assertThat(registry.getJson("/v1/zones/" + zone).path("code").asText())
                    .isEqualTo(zone);
        }
    }

    @Override
    public void close() {
        beats = false;
        thread.shutdown();
        try {
            assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
