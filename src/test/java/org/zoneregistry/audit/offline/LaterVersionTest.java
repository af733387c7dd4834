package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** A log with an event whose version is later than the verifier knows. */
class LaterVersionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void proves_the_log_but_no_answer_that_would_be_folded_from_it() {
        LocalDate day = LocalDate.of(2010, 1, 1);
        var events = new SimulatedLog();
        events.append(new ZoneEstablished(
                new ZoneCode("zone-1"),
                new ZoneName("Zone", null),
                ZoneType.BONDED_ZONE,
                "CN-JS",
                null,
                null,
                day,
                day));
        List<String> lines = new ExportedLog(directory, events)
                .lines().stream()
                        .map(line -> line.replace("\"version\":1}", "\"version\":2}"))
                        .toList();
        var log = new ExportedLog(directory, lines);

        assertThat(log.verify(lines, log.checkpoint(1)).exit()).isZero();
        var run = log.verify(lines, log.checkpoint(1), "--zone", "zone-1", "--valid-at", "2012-01-01");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("position 1:", "This version can't read the event", "later than this program's, 1.");
    }
}
