package org.zoneregistry.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.zoneregistry.log.StoredEvent;

/** Server-sent events (WHATWG HTML, 9.2): the id is the position, the data the CloudEvent. */
@Singleton
final class Frames {

    private final ObjectMapper json;
    private final FeedName name;

    Frames(ObjectMapper json, FeedName name) {
        this.json = json;
        this.name = name;
    }

    /** Without an event name: {@code onmessage} then gets every event, including those of later types. */
    Frame of(StoredEvent event) {
        return new Frame(
                event.position(),
                event.type(),
                event.tags(),
                bytes("id: " + event.position() + "\ndata: " + text(CloudEvent.of(event, name.value())) + "\n\n"));
    }

    /** The beginning of a feed: how long to wait before a reconnect. It also shows that the feed is open. */
    static byte[] opening(Duration retry) {
        return bytes(": open\nretry: " + retry.toMillis() + "\n\n");
    }

    /** Shows that the feed is still open. */
    static byte[] heartBeat() {
        return bytes(": heart-beat\n\n");
    }

    /**
     * Shows that the feed is still open, and moves the position from which the client resumes. An id without data is
     * not an event, but the client remembers it as the last id.
     */
    static byte[] heartBeat(long position) {
        return bytes(": heart-beat\nid: " + position + "\n\n");
    }

    private String text(CloudEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
