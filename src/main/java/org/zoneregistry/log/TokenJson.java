package org.zoneregistry.log;

import io.vertx.core.json.JsonObject;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as JSON, without class names: {@code {"position":7}}; while two segments merge, {@code {"lower":…,"upper":…}};
 * and during a replay, {@code {"resetAt":…,"current":…}}.
 */
final class TokenJson {

    private TokenJson() {}

    static @Nullable JsonObject write(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> null;
            case GlobalSequenceTrackingToken global -> JsonObject.of("position", global.getGlobalIndex());
            case MergedTrackingToken merged ->
                JsonObject.of(
                        "lower", write(merged.lowerSegmentToken()),
                        "upper", write(merged.upperSegmentToken()));
            case ReplayToken replay ->
                JsonObject.of(
                        "resetAt", write(replay.getTokenAtReset()),
                        "current", write(replay.getCurrentToken()));
            default -> throw new IllegalArgumentException("not a token of this log: " + token);
        };
    }

    static @Nullable TrackingToken read(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        if (json.containsKey("position")) {
            return new GlobalSequenceTrackingToken(json.getLong("position"));
        }
        if (json.containsKey("lower")) {
            return new MergedTrackingToken(read(json.getJsonObject("lower")), read(json.getJsonObject("upper")));
        }
        return ReplayToken.createReplayToken(read(json.getJsonObject("resetAt")), read(json.getJsonObject("current")));
    }
}
