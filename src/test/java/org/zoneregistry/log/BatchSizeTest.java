package org.zoneregistry.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With at most two batches in flight, and at most 256 commands. */
class BatchSizeTest {

    @ParameterizedTest(name = "{0} waiting, {1} in flight: {2}")
    @CsvSource({
        "0, 0, 0",
        "1, 0, 1",
        "30, 0, 30", // in one batch: half of them would not be worth a batch
        "31, 0, 16",
        "64, 0, 32",
        "65, 0, 33",
        "600, 0, 256",
        "0, 1, 0",
        "15, 1, 0",
        "16, 1, 16",
        "32, 1, 32",
        "300, 1, 256",
        "64, 2, 0"
    })
    void few_go_together_and_many_in_two_halves(int waiting, int inFlight, int size) {
        assertThat(BatchSize.of(waiting, inFlight, EngineSettings.DEFAULT)).isEqualTo(size);
    }
}
