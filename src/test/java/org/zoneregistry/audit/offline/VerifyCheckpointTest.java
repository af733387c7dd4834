package org.zoneregistry.audit.offline;

import static org.zoneregistry.audit.offline.ExportedLog.assertNotProved;
import static org.zoneregistry.audit.offline.ExportedLog.assertProved;
import static org.zoneregistry.audit.offline.ExportedLog.established;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;

/** Checks of checkpoints, their signatures, and keys. */
class VerifyCheckpointTest {

    private static final int SIZE = 9;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ExportedLog log;

    @BeforeEach
    void log() {
        var events = new SimulatedLog();
        for (int i = 1; i <= SIZE; i++) {
            events.append(established(new ZoneCode("zone-" + i)));
        }
        log = new ExportedLog(directory, events);
    }

    @Test
    void a_checkpoint_of_another_log_is_not_this_logs() {
        var other = new SimulatedLog();
        other.append(established(new ZoneCode("other")));
        String checkpoint = new ExportedLog(directory, other).checkpoint(1, log.key);
        assertNotProved(log.verify(log.lines(), checkpoint), "positions 1 to 1 differs");
    }

    @Test
    void a_signature_of_a_key_that_is_not_trusted_counts_for_nothing() {
        SignerKey stranger = SignerKey.generate(ExportedLog.ORIGIN);
        assertNotProved(
                log.verify(log.lines(), log.checkpoint(SIZE, stranger)),
                "checkpoint.txt: It is signed by " + ExportedLog.ORIGIN,
                "none of the keys that you trust");
        assertNotProved(
                log.verify(
                        log.lines(),
                        log.checkpoint(SIZE, SignerKey.generate("other.example")),
                        "--key",
                        SignerKey.generate("third.example").verifier().toString()),
                "none of the keys");
    }

    @Test
    void a_checkpoint_that_was_changed_after_it_was_signed_is_found() {
        assertNotProved(
                log.verify(log.lines(), log.checkpoint(SIZE).replace("\n9\n", "\n8\n")),
                "checkpoint.txt: The signature of ",
                "is not right");
    }

    @Test
    void the_key_of_one_log_does_not_speak_for_another() {
        SignerKey other = SignerKey.generate("other.example");
        assertNotProved(
                log.verify(
                        log.lines(),
                        log.checkpoint(SIZE, other),
                        "--key",
                        other.verifier().toString()),
                "is of the log registry.example, but signed by the key of other.example");
    }

    @Test
    void one_of_several_keys_is_enough_and_they_may_stand_in_a_file() {
        String keys = SignerKey.generate("other.example").verifier() + "\n" + log.key.verifier() + "\n";
        assertProved(log.verify(
                log.lines(),
                log.checkpoint(SIZE),
                "--key",
                log.file("keys.txt", keys).toString()));
    }

    @Test
    void shows_that_the_log_has_only_grown_since_an_earlier_checkpoint() {
        String earlier = log.file("old.txt", log.checkpoint(4)).toString();
        assertProved(log.verify(log.lines(), log.checkpoint(SIZE), "--earlier", earlier), "grown from", "4 events");
        String later = log.file("new.txt", log.checkpoint(SIZE)).toString();
        assertNotProved(log.verify(log.lines(), log.checkpoint(4), "--earlier", later), "new.txt", "not earlier");
    }

    @Test
    void an_earlier_checkpoint_of_another_history_is_found() {
        List<String> lines = log.lines();
        var other = new SimulatedLog();
        other.append(established(new ZoneCode("rewritten")));
        String earlier = log.file("old.txt", new ExportedLog(directory, other).checkpoint(1, log.key))
                .toString();
        assertNotProved(log.verify(lines, log.checkpoint(SIZE), "--earlier", earlier), "old.txt, position 1:");
    }
}
