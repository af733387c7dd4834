package org.zoneregistry.commands.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zoneregistry.http.body.CanonicalBody;

/**
 * Decides whether two requests are the same under an idempotency key: sender, method, path, body in canonical form, and
 * If-Match. White space and the order of members make no difference.
 */
final class RequestFingerprint {

    private RequestFingerprint() {}

    /** SHA-256 in hex. */
    static String of(RoutingContext context, String actor) {
        var request = context.request();
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {
                actor,
                request.method().name(),
                request.path(),
                String.join(",", request.headers().getAll(HttpHeaders.IF_MATCH))
            }) {
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            sha256.update(CanonicalBody.of(context));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
