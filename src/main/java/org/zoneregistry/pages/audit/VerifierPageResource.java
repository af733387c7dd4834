package org.zoneregistry.pages.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.pages.PageAsked;

/**
 * The verifier for the browser: one file, the same that an auditor saves. Style and script are inline, so that it runs
 * from a disk. The content security policy names both by their hashes, and allows nothing else.
 */
@Path("/audit/verify")
@BlankIsAbsent
public class VerifierPageResource {

    private static final String FILE = "/verifier/verify.html";

    private final byte[] page;
    private final String policy;

    VerifierPageResource() {
        try (InputStream in = Objects.requireNonNull(VerifierPageResource.class.getResourceAsStream(FILE))) {
            page = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = new String(page, StandardCharsets.UTF_8);
        policy = "default-src 'none'; script-src " + hash(text, "script") + "; style-src " + hash(text, "style")
                + "; img-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showVerifier", hidden = true)
    public RestResponse<byte[]> get(@BeanParam PageAsked asked) {
        return ResponseBuilder.<byte[]>create(200)
                .entity(page)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String hash(String text, String element) {
        String open = '<' + element + '>';
        String content = text.substring(text.indexOf(open) + open.length(), text.indexOf("</" + element + '>'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + '\'';
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }
}
