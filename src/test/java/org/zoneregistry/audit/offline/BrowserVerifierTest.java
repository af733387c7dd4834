package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.timeline.Timelines;

/** The verifier for the browser agrees with the one in Java: on the golden files of facts, and on exported logs. */
class BrowserVerifierTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/zone");
    private static final LocalDate BEFORE = LocalDate.of(2010, 1, 1);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 1, 30), LocalDate.of(2020, 1, 31), BEFORE);

    private static final String VERIFY_LOG = """
            {
              const bytes = (base64) => Uint8Array.from(Buffer.from(base64, "base64"));
              const files = input.files.map((content, i) => new File([bytes(content)], "log-" + (i + 1)));
              try {
                return await verifier.verifyLog(files, input.key, input.checkpoint, input.question);
              } catch (failure) {
                if (!(failure instanceof verifier.NotProved)) throw failure;
                return { where: failure.where, why: failure.message,
                  isAsked: failure instanceof verifier.NotGiven };
              }
            }""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    static List<ZoneEventType> types() {
        return ZoneEventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void it_folds_every_golden_fact_as_the_registry_does(ZoneEventType type) throws Exception {
        JsonNode golden = ReportText.JSON.readTree(
                Files.readString(GOLDEN.resolve(type.wireName() + "-" + type.version() + ".json")));
        var log = new SimulatedLog();
        prepare(log, type);
        var event = ZoneEventJson.read(type, ofThisLog(golden, log));
        log.append(event);

        ArrayNode questions = ReportText.JSON.createArrayNode();
        ArrayNode expected = ReportText.JSON.createArrayNode();
        for (String zone : List.of("beijing-tianzhu", "b-epz", "a-blp")) {
            for (LocalDate day : DAYS) {
                ObjectNode question = questions.addObject();
                question.put("zone", zone).put("validAt", day.toString());
                ArrayNode events = question.putArray("events");
                log.events()
                        .forEach(stored -> events.addObject()
                                .put("id", stored.id().toString())
                                .put("type", stored.type())
                                .put("position", stored.position())
                                .set("data", stored.data()));
                var state = Timelines.of(log.zoneEvents(log.events().size()))
                        .of(new ZoneCode(zone))
                        .at(day)
                        .map(Zone::of);
                expected.add(ReportText.JSON.readTree(ReportText.JSON.writeValueAsBytes(state.orElse(null))));
            }
        }
        assertThat(BrowserVerifier.run(
                        "input.questions.map(({ zone, events, validAt }) => verifier.fold(zone, events, validAt))",
                        ReportText.JSON.createObjectNode().set("questions", questions)))
                .isEqualTo(expected);
        assertThat(expected.toString()).contains("beijing-tianzhu");
    }

    /** The facts before the golden one, so that it fits. */
    private static void prepare(SimulatedLog log, ZoneEventType type) {
        var zone = new ZoneCode("beijing-tianzhu");
        for (String code : List.of("b-epz", "a-blp")) {
            log.append(ExportedLog.established(new ZoneCode(code)));
        }
        if (type.wireName().equals("ZoneEstablished")) {
            return;
        }
        log.append(ExportedLog.established(zone));
        switch (type.wireName()) {
            case "FacilityDecommissioned" ->
                log.append(new FacilityCommissioned(
                        zone, FacilityKind.SMART_GATE, BEFORE.plusYears(1), BEFORE.plusYears(1)));
            case "ZonesIntegrated" ->
                log.append(new ZoneConvertedToComprehensive(
                        zone, null, null, List.of(), BEFORE.plusYears(1), BEFORE.plusYears(1)));
            case "ZoneFactAmended", "ZoneFactWithdrawn" ->
                log.append(
                        new ZoneAreaAdjusted(zone, new BigDecimal("4.125"), BEFORE.plusYears(1), BEFORE.plusYears(1)));
            default -> {} // an established zone is enough
        }
    }

    /** The fact that a golden correction is about is the last one of the log. */
    private static JsonNode ofThisLog(JsonNode golden, SimulatedLog log) {
        if (golden.has("fact")) {
            ((ObjectNode) golden).put("fact", log.events().getLast().id().toString());
        }
        return golden;
    }

    private ExportedLog log() {
        var events = new SimulatedLog();
        for (int i = 1; i <= 7; i++) {
            events.append(ExportedLog.established(new ZoneCode("zone-" + i)));
        }
        var accepted =
                events.append(new ZoneAccepted(new ZoneCode("zone-1"), BEFORE.plusYears(1), BEFORE.plusYears(1)));
        events.append(new ZoneFactWithdrawn(accepted.id(), Set.of(new ZoneCode("zone-1")), "a mistake"));
        return new ExportedLog(directory, events);
    }

    private static JsonNode verified(String key, String checkpoint, byte[]... files) throws Exception {
        ObjectNode input = ReportText.JSON.createObjectNode();
        for (byte[] file : files) {
            input.withArray("files").add(Base64.getEncoder().encodeToString(file));
        }
        input.withArray("files");
        input.put("key", key).put("checkpoint", checkpoint);
        input.putObject("question").put("zone", "zone-1").put("validAt", "2012-01-01");
        return BrowserVerifier.run(VERIFY_LOG, input);
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void it_proves_a_whole_log_and_answers_from_it() throws Exception {
        ExportedLog log = log();
        String key = log.key.verifier().toString();
        JsonNode proved = verified(key, log.checkpoint(8), lines(log.lines()));
        assertThat(proved.path("treeSize").asInt()).isEqualTo(8);
        assertThat(proved.path("events").asInt()).isEqualTo(9);
        assertThat(proved.at("/zone/status").asText()).isEqualTo("operating");
        assertThat(verified(key, log.checkpoint(9), lines(log.lines()))
                        .at("/zone/status")
                        .asText())
                .isEqualTo("established");
        assertThat(verified(key, log.checkpoint(0)).path("treeSize").asInt(-1)).isZero();
        for (int size = 1; size <= 9; size++) {
            assertThat(verified(key, log.checkpoint(size), lines(log.lines()))
                            .path("treeSize")
                            .asInt())
                    .isEqualTo(size);
        }
    }

    @Test
    void it_takes_several_files_compressed_or_not() throws Exception {
        ExportedLog log = log();
        byte[] first = lines(log.lines().subList(0, 4));
        byte[] second = gzip(lines(log.lines().subList(4, 9)));
        String key = log.key.verifier().toString();
        assertThat(verified(key, log.checkpoint(9), first, second)
                        .path("treeSize")
                        .asInt())
                .isEqualTo(9);
        assertThat(verified(key, log.checkpoint(9), second, first).path("where").asText())
                .isEqualTo("log-1, line 1");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void it_asks_for_a_key_and_a_checkpoint_instead_of_blaming_the_file() throws Exception {
        ExportedLog log = log();
        String key = log.key.verifier().toString();
        byte[] whole = lines(log.lines());
        for (String noKey : List.of("", "no key", key.substring(1), key.substring(0, key.length() - 4), 'x' + key)) {
            JsonNode answer = verified(noKey, log.checkpoint(9), whole);
            assertThat(answer.path("isAsked").asBoolean()).as(noKey).isTrue();
            assertThat(answer.path("where").asText()).isEqualTo("key");
        }
        for (String none : List.of("\n", "something else\n")) {
            JsonNode answer = verified(key, none, whole);
            assertThat(answer.path("isAsked").asBoolean()).as(none).isTrue();
            assertThat(answer.path("where").asText()).isEqualTo("checkpoint");
        }
        assertThat(verified(key, log.checkpoint(9).replace("\n9\n", "\n8\n"), whole)
                        .path("isAsked")
                        .asBoolean(true))
                .isFalse();
    }

    /** As the verifier in Java does: {@link VerifyLogTest}. */
    @Test
    void it_finds_what_was_changed_left_out_or_added() throws Exception {
        ExportedLog log = log();
        String key = log.key.verifier().toString();
        String checkpoint = log.checkpoint(9);
        byte[] whole = lines(log.lines());
        for (int at = 0; at < whole.length; at += 97) {
            byte[] tampered = whole.clone();
            tampered[at] ^= (byte) (1 << at % 8);
            assertThat(verified(key, checkpoint, tampered).has("why"))
                    .as("byte " + at)
                    .isTrue();
        }
        List<String> lessOne = new ArrayList<>(log.lines());
        lessOne.remove(3);
        assertThat(verified(key, checkpoint, lines(lessOne)).path("why").asText())
                .contains("Position 5 stands where 4 belongs");
        assertThat(verified(key, checkpoint, lines(log.lines().subList(0, 8)))
                        .path("why")
                        .asText())
                .contains("positions 9 to 9 are missing");
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        assertThat(verified(key, checkpoint, cut).path("why").asText()).contains("ends within a line");
        assertThat(verified(SignerKey.generate(ExportedLog.ORIGIN).verifier().toString(), checkpoint, whole)
                        .path("where")
                        .asText())
                .isEqualTo("checkpoint");
        assertThat(verified(key, checkpoint.replace("\n9\n", "\n8\n"), whole).has("why"))
                .isTrue();
    }
}
