package org.zoneregistry.feed;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** An event in the form for subscribers. It is written once and shared by all of them. */
final class Frame {

    private final long position;
    private final String type;
    private final List<String> tags;
    private final byte[] bytes;

    /** Uses the array itself; the caller must not change it any more. */
    Frame(long position, String type, List<String> tags, byte[] bytes) {
        this.position = position;
        this.type = type;
        this.tags = tags;
        this.bytes = bytes;
    }

    long position() {
        return position;
    }

    int length() {
        return bytes.length;
    }

    boolean isWantedBy(FeedFilter filter) {
        return filter.wants(type, tags);
    }

    void addTo(ByteArrayOutputStream chunk) {
        chunk.writeBytes(bytes);
    }
}
