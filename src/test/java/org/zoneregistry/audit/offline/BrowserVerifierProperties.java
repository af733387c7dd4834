package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zoneregistry.testing.RandomHistories;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * The verifier for the browser folds with its own code, in another language. Here it runs in node, and must compute the
 * same zones as the registry.
 */
class BrowserVerifierProperties {

    private static final String FOLD_ALL =
            "input.questions.map(({ zone, events, validAt }) => verifier.fold(zone, events, validAt))";

    @Property(tries = 25)
    void it_folds_what_the_registry_folds(@ForAll("histories") List<RandomHistories.Step> history) throws Exception {
        SimulatedLog log = SimulatedLog.of(history);
        ArrayNode questions = ReportText.JSON.createArrayNode();
        ArrayNode expected = ReportText.JSON.createArrayNode();
        for (long knownAt = 0; knownAt <= log.events().size(); knownAt += 3) {
            for (ZoneCode zone : RandomHistories.ZONES) {
                for (int day = 0; day <= RandomHistories.DAYS; day += 6) {
                    LocalDate validAt = RandomHistories.FIRST_DAY.plusDays(day);
                    questions.add(question(log, knownAt, zone, validAt));
                    expected.add(answer(log, knownAt, zone, validAt));
                }
            }
        }
        JsonNode folded = folded(questions);
        for (int number = 0; number < expected.size(); number++) {
            JsonNode question = questions.get(number);
            assertThat(folded.get(number))
                    .as(
                            "%s on %s: the page's fold and Fold (expected). Each fact has a case in change() of"
                                    + " verify.html",
                            question.path("zone"), question.path("validAt"))
                    .isEqualTo(expected.get(number));
        }
    }

    private static ObjectNode question(SimulatedLog log, long knownAt, ZoneCode zone, LocalDate validAt) {
        ObjectNode question = ReportText.JSON.createObjectNode();
        question.put("zone", zone.value());
        question.put("validAt", validAt.toString());
        ArrayNode events = question.putArray("events");
        log.events().stream()
                .filter(event -> event.position() <= knownAt)
                .forEach(event -> events.addObject()
                        .put("id", event.id().toString())
                        .put("type", event.type())
                        .put("position", event.position())
                        .set("data", event.data()));
        return question;
    }

    private static JsonNode answer(SimulatedLog log, long knownAt, ZoneCode zone, LocalDate validAt)
            throws IOException {
        var state = Timelines.of(log.zoneEvents(knownAt)).of(zone).at(validAt).map(Zone::of);
        return ReportText.JSON.readTree(ReportText.JSON.writeValueAsBytes(state.orElse(null)));
    }

    private static JsonNode folded(ArrayNode questions) throws IOException, InterruptedException {
        return BrowserVerifier.run(FOLD_ALL, ReportText.JSON.createObjectNode().set("questions", questions));
    }

    @Provide
    Arbitrary<List<RandomHistories.Step>> histories() {
        return RandomHistories.histories(30);
    }
}
