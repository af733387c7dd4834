package org.zoneregistry.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A tiny issuer of tokens. It is told of in system properties, since a profile and its test have class loaders of their
 * own.
 */
final class TestIssuer {

    private static final String NAME = "test.issuer.";

    private final String name;

    private TestIssuer(String name) {
        this.name = NAME + name;
    }

    /** The one of that name, which is started where it isn't running. */
    static synchronized TestIssuer of(String name) {
        var issuer = new TestIssuer(name);
        if (System.getProperty(issuer.name) == null) {
            issuer.start();
        }
        return issuer;
    }

    private void start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            System.setProperty(name, url);
            rotate();
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                String text = switch (exchange.getRequestURI().getPath()) {
                    case "/.well-known/openid-configuration" -> """
                                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                                 "introspection_endpoint": "%1$s/introspect",
                                 "authorization_endpoint": "%1$s/authorize"}
                                """.formatted(url);
                    case "/keys" -> "{\"keys\": [" + System.getProperty(name + ".public") + "]}";
                    case "/introspect" -> "{\"active\": " + (System.getProperty(name + ".revoked") == null) + "}";
                    default -> "{}";
                };
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return System.getProperty(name);
    }

    /** Takes a new key, and forgets the one before. */
    void rotate() {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            System.setProperty(name + ".private", key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(name + ".public", key.toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Whether it says of every token that it is revoked. */
    void revoke(boolean isRevoked) {
        if (isRevoked) {
            System.setProperty(name + ".revoked", "true");
        } else {
            System.clearProperty(name + ".revoked");
        }
    }

    PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(name + ".private"));
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A key that it has never heard of. */
    static PublicJsonWebKey strangeKey() {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("strange");
            return key;
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a token says that is taken. */
    JwtClaims claims(String subject, Map<String, ?> more) {
        var claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience("zone-registry");
        claims.setSubject(subject);
        claims.setClaim("typ", "Bearer");
        claims.setClaim("azp", "test-client");
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        more.forEach(claims::setClaim);
        return claims;
    }

    /** A token that is taken. */
    String token(String subject, Map<String, ?> more) {
        return token(subject, more, claims -> {}, jws -> {});
    }

    /** One that is otherwise. */
    String token(
            String subject, Map<String, ?> more, Consumer<JwtClaims> otherwise, Consumer<JsonWebSignature> signed) {
        JwtClaims claims = claims(subject, more);
        otherwise.accept(claims);
        PublicJsonWebKey key = key();
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        signed.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
