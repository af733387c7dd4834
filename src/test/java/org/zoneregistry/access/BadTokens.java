package org.zoneregistry.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;

/** Tokens that are refused, each for a reason of its own; all claim every role. */
record BadTokens(TestIssuer issuer) {

    private static final Map<String, Object> ALL_ROLES =
            Map.of("roles", List.of("auditor", "reporter", "registrar", "publisher", "operator"));

    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("expired", claiming(claims -> claims.setExpirationTime(secondsFromNow(-60))));
        all.put("without an end", claiming(claims -> claims.unsetClaim("exp")));
        all.put("not yet valid", claiming(claims -> claims.setNotBefore(secondsFromNow(3_600))));
        all.put("of another issuer", TestIssuer.of("other").token("somebody", ALL_ROLES));
        all.put("in the name of the issuer, by another's key", signed(jws -> {
            PublicJsonWebKey key = TestIssuer.of("other").key();
            jws.setKey(key.getPrivateKey());
            jws.setKeyIdHeaderValue(key.getKeyId());
        }));
        all.put(
                "by another's key, with the issuer's key id",
                signed(jws -> jws.setKey(TestIssuer.of("other").key().getPrivateKey())));
        all.put("for another audience", claiming(claims -> claims.setAudience("another")));
        all.put("without an audience", claiming(claims -> claims.unsetClaim("aud")));
        all.put("without a subject", claiming(claims -> claims.unsetClaim("sub")));
        all.put("an ID token", claiming(claims -> claims.setClaim("typ", "ID")));
        all.put("a refresh token", claiming(claims -> claims.setClaim("typ", "Refresh")));
        all.put("of no type", claiming(claims -> claims.unsetClaim("typ")));
        all.put("bound to a certificate", claiming(claims -> claims.setClaim("cnf", Map.of("x5t#S256", "none"))));
        all.put("not signed", signed(jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        }));
        all.put("signed with the public key as a secret", signed(jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(issuer.key().getPublicKey().getEncoded()));
        }));
        PublicJsonWebKey strange = TestIssuer.strangeKey();
        for (String algorithm : List.of("RS256", "RS512")) {
            all.put("with its own key in its header, " + algorithm, signed(jws -> {
                jws.setAlgorithmHeaderValue(algorithm);
                jws.setKey(strange.getPrivateKey());
                jws.setJwkHeader(strange);
                jws.setKeyIdHeaderValue("strange");
            }));
        }
        all.put("with the address of its key in its header", signed(jws -> {
            jws.setAlgorithmHeaderValue("RS256");
            jws.setKey(strange.getPrivateKey());
            jws.setHeader("jku", TestIssuer.of("other").url() + "/keys");
            jws.setHeader("x5u", TestIssuer.of("other").url() + "/keys");
        }));
        all.put("tampered with", tampered());
        all.put("no token", "nonsense");
        return all;
    }

    private String claiming(Consumer<JwtClaims> otherwise) {
        return issuer.token("somebody", ALL_ROLES, otherwise, jws -> {});
    }

    private String signed(Consumer<JsonWebSignature> otherwise) {
        return issuer.token("somebody", ALL_ROLES, claims -> {}, otherwise);
    }

    /** A reporter's, which says that it is an auditor's. */
    private String tampered() {
        String[] parts =
                issuer.token("somebody", Map.of("roles", List.of("reporter"))).split("[.]", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        byte[] altered = claims.replace("reporter", "auditor").getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(altered) + "." + parts[2];
    }

    private static NumericDate secondsFromNow(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
