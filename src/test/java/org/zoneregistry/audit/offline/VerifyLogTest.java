package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.audit.offline.ExportedLog.assertNotProved;
import static org.zoneregistry.audit.offline.ExportedLog.assertProved;
import static org.zoneregistry.audit.offline.ExportedLog.established;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.audit.offline.ExportedLog.Run;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

class VerifyLogTest {

    private static final int SIZE = 9;
    private static final LocalDate DAY = LocalDate.of(2010, 1, 1);
    private static final ZoneCode HARBOUR = new ZoneCode("zone-1");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ExportedLog log;

    @BeforeEach
    void log() {
        var events = new SimulatedLog();
        for (int i = 1; i <= SIZE - 2; i++) {
            events.append(established(new ZoneCode("zone-" + i)));
        }
        var accepted = events.append(new ZoneAccepted(HARBOUR, DAY.plusYears(1), DAY.plusYears(1)));
        events.append(new ZoneFactWithdrawn(accepted.id(), Set.of(HARBOUR), "a mistake"));
        log = new ExportedLog(directory, events);
    }

    @Test
    void proves_an_export_that_is_the_log_of_the_checkpoint() {
        assertProved(log.verify(log.lines(), log.checkpoint(SIZE)), ExportedLog.ORIGIN, SIZE + " events");
    }

    @Test
    void proves_the_empty_log() {
        assertProved(log.verify(List.of(), log.checkpoint(0)), "0 events");
    }

    @Test
    void any_bit_that_is_flipped_is_found() {
        byte[] whole = (String.join("\n", log.lines()) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at += 41) {
            byte[] tampered = whole.clone();
            tampered[at] ^= (byte) (1 << at % 8);
            String text = new String(tampered, StandardCharsets.ISO_8859_1);
            Path file = file("tampered", tampered);
            Run run = ExportedLog.run(List.of(
                    "--log", file.toString(),
                    "--checkpoint", log.file("c.txt", log.checkpoint(SIZE)).toString(),
                    "--key", log.key.verifier().toString()));
            assertThat(run.exit()).as("byte " + at + " of " + text + run.out()).isEqualTo(1);
        }
    }

    @Test
    void a_changed_value_is_narrowed_down_by_earlier_checkpoints() {
        List<String> lines = log.lines();
        lines.set(5, lines.get(5).replace("CN-JS", "CN-SC"));
        String four = log.file("four.txt", log.checkpoint(4)).toString();
        String seven = log.file("seven.txt", log.checkpoint(7)).toString();

        assertNotProved(log.verify(lines, log.checkpoint(SIZE)), "checkpoint.txt, position 1:", "positions 1 to 9");
        assertNotProved(
                log.verify(lines, log.checkpoint(SIZE), "--earlier", seven, "--earlier", four),
                "seven.txt, position 5:",
                "positions 5 to 7");
    }

    @Test
    void a_missing_line_is_named() {
        List<String> lines = log.lines();
        lines.remove(3);
        assertNotProved(
                log.verify(lines, log.checkpoint(SIZE)),
                "line 4, position 4: Position 4 is missing: position 5 stands");
    }

    @Test
    void swapped_lines_are_named() {
        List<String> lines = log.lines();
        Collections.swap(lines, 2, 6);
        assertNotProved(log.verify(lines, log.checkpoint(SIZE)), "line 3, position 3: Position 3 is missing");
    }

    @Test
    void a_line_that_comes_twice_is_named() {
        List<String> lines = log.lines();
        lines.add(3, lines.get(2));
        assertNotProved(
                log.verify(lines, log.checkpoint(SIZE)), "line 4, position 4: Position 3 stands where 4 belongs");
    }

    @Test
    void times_that_do_not_increase_are_named() {
        List<String> lines = log.lines();
        lines.set(
                4,
                lines.get(4).replaceAll("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"2020-01-01T00:00:00.000000Z\""));
        assertNotProved(log.verify(lines, log.checkpoint(SIZE)), "line 5, position 5: It was recorded at 2020-01-01");
    }

    @Test
    void what_comes_after_the_checkpoint_is_said_not_to_be_covered() {
        assertProved(log.verify(log.lines(), log.checkpoint(6)), "6 events", "not covered", "the last 3 events");
    }

    @Test
    void the_range_that_a_short_export_lacks_is_named() {
        assertNotProved(
                log.verify(log.lines().subList(0, 6), log.checkpoint(SIZE)),
                "checkpoint.txt, position 7:",
                "positions 7 to 9 are missing",
                "?from=7&to=9");
    }

    @Test
    void a_file_that_ends_within_a_line_is_not_taken_for_whole() {
        String whole = String.join("\n", log.lines());
        assertNotProved(log.verifyText(whole, log.checkpoint(SIZE)), "line 9, position 9: The file ends within a line");
        assertNotProved(
                log.verifyText(whole.substring(0, whole.length() - 20), log.checkpoint(SIZE)), "line 9, position 9:");
    }

    @Test
    void line_ends_of_another_kind_are_no_export() {
        assertNotProved(log.verifyText(String.join("\r\n", log.lines()) + "\r\n", log.checkpoint(SIZE)), "differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "nonsense", "", "{\"position\":\"1\"}", "{\"tags\":[1]}", "\u0000"})
    void what_is_no_event_is_named(String line) {
        List<String> lines = log.lines();
        lines.set(0, line);
        assertNotProved(log.verify(lines, log.checkpoint(SIZE)), "line 1, position 1: The line ");
    }

    @Test
    void files_that_follow_on_each_other_and_packed_ones_are_one_log() throws IOException {
        List<String> lines = log.lines();
        Path second = directory.resolve("b.ndjson.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(second))) {
            packed.write((String.join("\n", lines.subList(4, SIZE)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertProved(log.verify(
                lines.subList(0, 4),
                log.checkpoint(SIZE),
                "--log",
                second.toString(),
                "--key",
                log.key.verifier().toString()));
    }

    @Test
    void folds_a_zone_from_the_export_as_of_a_pair_of_times() throws IOException {
        assertThat(folded("--known-at", "8").at("/answer/zone/status").textValue())
                .isEqualTo("operating");
        JsonNode latest = folded();
        assertThat(latest.at("/answer/zone/status").textValue()).isEqualTo("established");
        assertThat(latest.at("/answer/knownAt").longValue()).isEqualTo(SIZE);
        assertThat(latest.at("/proved").booleanValue()).isTrue();
        assertThat(folded("--known-at", "2026-03-01T08:00:12.000001Z")
                        .at("/answer/knownAt")
                        .longValue())
                .isEqualTo(8);
        assertThat(folded("--known-at", "2026-03-01T08:00:12Z")
                        .at("/answer/knownAt")
                        .longValue())
                .isEqualTo(7);
        assertThat(folded("--known-at", "0").at("/answer/zone").isMissingNode()).isTrue();
    }

    private JsonNode folded(String... more) throws IOException {
        String[] question = {"--zone", HARBOUR.value(), "--valid-at", "2012-01-01", "--json"};
        Run run = log.verify(
                log.lines(),
                log.checkpoint(SIZE),
                java.util.stream.Stream.concat(java.util.stream.Stream.of(question), java.util.stream.Stream.of(more))
                        .toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void counts_all_zones_by_type() {
        assertProved(
                log.verify(log.lines(), log.checkpoint(SIZE), "--registry", "--valid-at", "2012-01-01"),
                "7 bonded-zone",
                "7 live zones in all");
    }

    @Test
    void does_not_answer_from_events_that_no_checkpoint_covers() {
        assertNotProved(
                log.verify(
                        log.lines(),
                        log.checkpoint(4),
                        "--zone",
                        "zone-1",
                        "--valid-at",
                        "2012-01-01",
                        "--known-at",
                        "5"),
                "known at position 5; the checkpoint covers 4");
    }

    @Test
    void a_command_that_makes_no_sense_is_neither_proved_nor_disproved() {
        assertThat(ExportedLog.run(List.of()).exit()).isEqualTo(2);
        assertThat(ExportedLog.run(List.of("--key", "nonsense", "--log", "x", "--checkpoint", "y"))
                        .err())
                .contains("nonsense is neither a verifier key nor a file");
        Run missing = ExportedLog.run(List.of(
                "--key", log.key.verifier().toString(), "--log", "missing.ndjson", "--checkpoint", "missing.txt"));
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file missing.txt");
        assertThat(log.verify(log.lines(), log.checkpoint(SIZE), "--zone", "zone-1")
                        .exit())
                .isEqualTo(2);
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
