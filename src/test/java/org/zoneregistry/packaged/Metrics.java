package org.zoneregistry.packaged;

import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the metrics of a registry. */
final class Metrics {

    private Metrics() {}

    /** The value of a metric without labels. */
    static double value(PackagedRegistry registry, String name) throws IOException {
        Matcher line = Pattern.compile("^" + name + " (\\S+)$", Pattern.MULTILINE)
                .matcher(registry.get("/q/metrics").body());
        if (!line.find()) {
            throw new AssertionError("There is no metric " + name);
        }
        return Double.parseDouble(line.group(1));
    }

    /** Returns when no request is running and nothing is streamed or held. */
    static void awaitIdle(PackagedRegistry registry, Duration patience) {
        await().atMost(patience)
                .until(() -> value(registry, "registry_http_in_flight") == 0
                        && value(registry, "registry_http_streams") == 0
                        && value(registry, "registry_http_untaken_bytes") == 0
                        && value(registry, "registry_http_held_bytes") == 0);
    }
}
