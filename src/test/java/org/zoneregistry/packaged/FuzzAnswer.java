package org.zoneregistry.packaged;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param isWhole whether the body ended; a live feed is not read to its end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzAnswer(
        int status, String statusLine, List<Map.Entry<String, String>> headers, byte[] body, boolean isWhole) {

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** In lower case, without parameters; empty if there is none. */
    String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }
}
