package org.zoneregistry.commands.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.log.StoredBytes;

/**
 * The stored form of an outcome that is kept under an idempotency key. It is JSON with the member {@code event} if the
 * same was recorded before, or with {@code code} and {@code detail} of the refusal.
 *
 * @param requestHash a hash of the request with this outcome
 */
record KeptForm(String requestHash, Outcome.Unchanged outcome) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answer to a request under the key: the outcome again, or that the request is a different one. */
    Outcome.Unchanged answer(@Nullable String hash) {
        return requestHash.equals(hash)
                ? outcome.replay()
                : new Outcome.Refused(IdempotencyKeys.reused(), position(outcome), false);
    }

    byte[] write() {
        ObjectNode json =
                JSON.createObjectNode().put("requestHash", requestHash).put("position", position(outcome));
        switch (outcome) {
            case Outcome.AlreadyRecorded(var event, var recordedAt, var _) ->
                json.put("event", event.id().toString())
                        .put("type", event.type())
                        .put("recordedAt", recordedAt.toString());
            case Outcome.Refused(var rejection, var _, var _) -> {
                json.put("code", rejection.code()).put("detail", rejection.detail());
                ObjectNode about = json.putObject("about");
                rejection.about().forEach(about::put);
            }
        }
        return json.toString().getBytes(UTF_8);
    }

    static KeptForm read(StoredBytes kept) {
        JsonNode json;
        try {
            json = JSON.readTree(kept.toByteArray());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return new KeptForm(
                json.path("requestHash").textValue(), json.has("event") ? alreadyRecorded(json) : refused(json));
    }

    private static Outcome.AlreadyRecorded alreadyRecorded(JsonNode json) {
        var event = new Outcome.Event(
                UUID.fromString(json.path("event").textValue()),
                json.path("type").textValue(),
                json.path("position").longValue());
        return new Outcome.AlreadyRecorded(
                event, Instant.parse(json.path("recordedAt").textValue()), false);
    }

    private static Outcome.Refused refused(JsonNode json) {
        var about = new LinkedHashMap<String, String>();
        json.path("about")
                .properties()
                .forEach(named -> about.put(named.getKey(), named.getValue().textValue()));
        String code = json.path("code").textValue();
        var type = ProblemType.of(code)
                .orElseThrow(() -> new IllegalStateException("This version knows no problem " + code + "."));
        var rejection = new Rejection(type, json.path("detail").textValue(), about);
        return new Outcome.Refused(rejection, json.path("position").longValue(), false);
    }

    private static long position(Outcome.Unchanged outcome) {
        return switch (outcome) {
            case Outcome.AlreadyRecorded recorded -> recorded.event().position();
            case Outcome.Refused refused -> refused.position();
        };
    }
}
