package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers that are another a moment later, and that nobody may keep. */
public final class NoStore {

    private static final String KEEP_NOTHING = "no-store";

    private NoStore() {}

    /** What it is now. */
    public static <T> RestResponse<T> answer(T body) {
        return ResponseBuilder.<T>create(200)
                .header(HttpHeaders.CACHE_CONTROL, KEEP_NOTHING)
                .entity(body)
                .build();
    }

    /** What is running, and where to watch it. */
    public static <T> RestResponse<T> begun(String address, T body) {
        return ResponseBuilder.<T>create(202)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, KEEP_NOTHING)
                .entity(body)
                .build();
    }

    /** What is written while it is being made. */
    public static RestResponse<StreamedAnswer> stream(String mediaType, Multi<byte[]> parts) {
        return ResponseBuilder.<StreamedAnswer>create(200)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, KEEP_NOTHING)
                .entity(new StreamedAnswer(parts))
                .build();
    }
}
