package org.zoneregistry.http.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.ext.web.RoutingContext;

/**
 * The request body in one fixed form: sorted members, no white space, no trailing zeros of decimals (the reader removes
 * those). Two bodies that differ only in these have the same form.
 */
public final class CanonicalBody {

    private static final byte[] NONE = {};
    private static final String KEY = CanonicalBody.class.getName();
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer();

    private CanonicalBody() {}

    /** Takes a tree as the request's body, for the comparison of requests with the same idempotency key. */
    public static void keep(RoutingContext request, JsonNode tree) {
        request.put(KEY, tree);
    }

    /** The canonical bytes of the request's body; empty if no body was read as JSON. */
    public static byte[] of(RoutingContext request) {
        JsonNode tree = request.get(KEY);
        if (tree == null) {
            return NONE;
        }
        try {
            return WRITER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
