package org.zoneregistry.http;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers that can change at any moment, so that no cache may store them. */
public final class NoStore {

    private static final String NO_STORE = "no-store";

    private NoStore() {}

    /** The current state. */
    public static <T> RestResponse<T> answer(T body) {
        return ResponseBuilder.<T>create(200)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .entity(body)
                .build();
    }

    /** The answer to a request that started something, with the address of its progress. */
    public static <T> RestResponse<T> begun(String address, T body) {
        return ResponseBuilder.<T>create(202)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .entity(body)
                .build();
    }

    /** A streamed answer. */
    public static RestResponse<StreamedAnswer> stream(String mediaType, Multi<byte[]> parts) {
        return ResponseBuilder.<StreamedAnswer>create(200)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .entity(new StreamedAnswer(parts))
                .build();
    }
}
