package org.zoneregistry.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a token besides signature, issuer, audience and times, which quarkus-oidc checks: the algorithm is one
 * of three, the token is an access token that is not bound to a key, and it has a subject. Reads the caller from the
 * token.
 */
final class TokenRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ALGORITHMS = Set.of("ES256", "RS256", "PS256");

    /** OpenID Connect Core 1.0, 2. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private TokenRules() {}

    /**
     * The caller in a token.
     *
     * @param token a verified one
     * @throws AuthenticationFailedException if it breaks a rule
     */
    static Caller caller(String token) {
        String[] parts = token.split("[.]", -1);
        JsonNode header = part(parts[0]);
        JsonNode claims = part(parts.length > 1 ? parts[1] : "");
        if (!ALGORITHMS.contains(header.path("alg").asText())) {
            throw new AuthenticationFailedException("The token is signed with another algorithm than " + ALGORITHMS);
        }
        if (!isAccessToken(header, claims)) {
            throw new AuthenticationFailedException("The token is no access token");
        }
        if (claims.has("cnf")) { // RFC 7800; nothing here checks the possession of a key
            throw new AuthenticationFailedException("The token is bound to a key");
        }
        String issuer = text(claims, "iss");
        String subject = text(claims, "sub");
        if (issuer == null || subject == null || !SUBJECT.matcher(subject).matches()) {
            throw new AuthenticationFailedException("The token has no subject of 1 to 255 printable ASCII characters");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(claims, "roles").forEach(name -> Role.of(name).ifPresent(roles::add));
        return new Caller(
                issuer,
                subject,
                roles,
                Optional.ofNullable(text(claims, "azp")).orElse(text(claims, "client_id")),
                text(claims, "jti"),
                end(claims),
                claims.has("zones") || claims.has("provinces"),
                texts(claims, "zones"),
                texts(claims, "provinces"));
    }

    private static Instant end(JsonNode claims) {
        try {
            return Instant.ofEpochSecond(claims.path("exp").longValue());
        } catch (DateTimeException tooFar) {
            throw new AuthenticationFailedException("The token has no possible end", tooFar);
        }
    }

    /** By RFC 9068, 2.1, or in the form of Keycloak, whose claim says what other tokens are for. */
    private static boolean isAccessToken(JsonNode header, JsonNode claims) {
        String type = header.path("typ").asText();
        return claims.has("typ")
                ? claims.path("typ").asText().equals("Bearer")
                : type.equalsIgnoreCase("at+jwt") || type.equalsIgnoreCase("application/at+jwt");
    }

    private static JsonNode part(String encoded) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new AuthenticationFailedException("The token is no JWT");
        }
    }

    private static @Nullable String text(JsonNode claims, String name) {
        String text = claims.path(name).textValue();
        return text == null || text.isBlank() ? null : text;
    }

    /** The texts of a claim: a text, or a list of texts. None if it is absent. */
    private static Set<String> texts(JsonNode claims, String name) {
        JsonNode claim = claims.path(name);
        if (claim.isMissingNode()) {
            return Set.of();
        }
        if (claim.isTextual()) {
            return Set.of(claim.textValue());
        }
        var texts = new HashSet<String>();
        claim.forEach(element -> texts.add(element.textValue()));
        if (!claim.isArray() || texts.contains(null)) {
            throw new AuthenticationFailedException("The claim " + name + " is no list of texts");
        }
        return texts;
    }
}
