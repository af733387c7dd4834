package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compresses answers with gzip (RFC 9110, 8.4.1.3) for clients that ask for it: longer texts, and answers that are
 * streamed. A compressed answer is another representation, so it has another strong entity tag.
 */
final class Compression {

    /** A shorter answer fits into one network packet with or without compression. */
    private static final int LEAST_BYTES = 1_400;

    /** Types that are compressed already, or whose parts must arrive at once. */
    private static final Set<String> NOT_COMPRESSED =
            Set.of("application/zip", RowForms.XLSX, "application/octet-stream", "text/event-stream");

    private static final Pattern COMMA = Pattern.compile(",");

    private static final Pattern CODING =
            Pattern.compile("(?:x-)?(gzip|identity)(?:\\s*;\\s*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");

    private Compression() {}

    /**
     * Whether an answer is compressed. If so, sets its headers.
     *
     * @param headers of the answer, before quarkus-rest copies them into the HTTP response at the start of the body
     * @param mediaType of the answer
     * @param length of the body in bytes; null if it isn't known in advance
     */
    static boolean isChosen(
            HttpServerRequest request,
            MultivaluedMap<String, Object> headers,
            @Nullable MediaType mediaType,
            @Nullable Integer length) {
        boolean isWorthIt = (length == null || length >= LEAST_BYTES)
                && !isLeftAlone(mediaType)
                && !headers.containsKey(HttpHeaders.CONTENT_ENCODING);
        if (!isWorthIt || !isAccepted(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING))) {
            return false;
        }
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        Object tag = headers.getFirst(HttpHeaders.ETAG);
        if (tag != null) {
            headers.putSingle(HttpHeaders.ETAG, EntityTag.compressed(tag.toString()));
        }
        return true;
    }

    /** Compresses each part when it comes, so that a client can read it on arrival. */
    static Multi<byte[]> gzip(Multi<byte[]> parts) {
        return Multi.createFrom().deferred(() -> {
            var file = new Gzip();
            return Multi.createBy()
                    .concatenating()
                    .streams(parts.map(file::add), Multi.createFrom().items(() -> Stream.of(file.end())))
                    .onTermination()
                    .invoke(file::end);
        });
    }

    /** Whether the client prefers gzip (RFC 9110, 12.5.3). Without a weight for no coding, every coding is better. */
    static boolean isAccepted(List<String> headers) {
        Map<String, BigDecimal> weights = new HashMap<>();
        headers.stream()
                .flatMap(header -> COMMA.splitAsStream(header.toLowerCase(Locale.ROOT)))
                .map(coding -> CODING.matcher(coding.strip()))
                .filter(Matcher::matches)
                .forEach(coding -> weights.put(
                        coding.group(1), coding.group(2) == null ? BigDecimal.ONE : new BigDecimal(coding.group(2))));
        BigDecimal gzip = weights.getOrDefault("gzip", BigDecimal.ZERO);
        return gzip.signum() > 0 && gzip.compareTo(weights.getOrDefault("identity", BigDecimal.ZERO)) >= 0;
    }

    private static boolean isLeftAlone(@Nullable MediaType type) {
        return type != null && NOT_COMPRESSED.contains(type.getType() + '/' + type.getSubtype());
    }

    /** A gzip stream; its bytes can be taken while it is written. */
    private static final class Gzip {

        private static final int BUFFER = 4_096;

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final GZIPOutputStream file;

        Gzip() {
            try {
                file = new GZIPOutputStream(written, BUFFER, true);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        byte[] add(byte[] part) {
            try {
                file.write(part);
                file.flush();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return taken();
        }

        byte[] end() {
            try {
                file.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return taken();
        }

        private byte[] taken() {
            byte[] bytes = written.toByteArray();
            written.reset();
            return bytes;
        }
    }
}
