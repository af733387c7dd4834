package org.zoneregistry.illustrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zoneregistry.reference.ReferenceLoader;
import org.zoneregistry.reference.ReferenceTranslation;

/**
 * A load that was interrupted at any point, between two batches or among the enterprises, is completed by the next one.
 */
@QuarkusTest
@TestProfile(InterruptedLoadTest.NotLoaded.class)
class InterruptedLoadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    ReferenceLoader referenceLoader;

    @Inject
    IllustrativeLoader loader;

    @Test
    void missing_entries_are_loaded_and_others_stay() {
        var reference = ReferenceTranslation.shipped();
        var data = IllustrativeData.from(reference);
        int enterprises = data.enterprises().size();
        referenceLoader.load(reference.withoutEntries()).await().atMost(PATIENCE);

        assertThat(load(new IllustrativeData(
                        data.enterprises().subList(0, 100), data.entries().subList(0, 0))))
                .isEqualTo("100 enterprises and entries loaded, 0 already there, none refused.");
        assertThat(load(new IllustrativeData(data.enterprises(), data.entries().subList(0, 1_500))))
                .isEqualTo((enterprises - 100 + 1_500)
                        + " enterprises and entries loaded, 100 already there, none refused.");
        assertThat(load(new IllustrativeData(data.enterprises(), data.entries().subList(0, 3_000))))
                .isEqualTo("1500 enterprises and entries loaded, " + (enterprises + 1_500)
                        + " already there, none refused.");
    }

    private String load(IllustrativeData data) {
        return loader.load(data).await().atMost(PATIENCE).summary();
    }

    /** An illustrative ledger that is not filled at the start. */
    public static class NotLoaded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new IllustrativeLedgerTest.Illustrative().getConfigOverrides());
            settings.put("registry.reference-data", "false");
            return settings;
        }
    }
}
