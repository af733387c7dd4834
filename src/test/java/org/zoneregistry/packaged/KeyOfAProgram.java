package org.zoneregistry.packaged;

import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A new key of a program, and what the program signs with it. */
final class KeyOfAProgram {

    private final EllipticCurveJsonWebKey key;

    KeyOfAProgram() throws JoseException {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm("ES256");
    }

    /** The public key, as the set of keys that an issuer reads. */
    String publicKeys() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Proves to an issuer who the program is (RFC 7523). */
    String assertion(String client, String issuer) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(issuer);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(0.5f);
        var assertion = signed(claims);
        assertion.setKeyIdHeaderValue(key.getKeyId());
        return assertion.getCompactSerialization();
    }

    /** Proves possession of the key for one request (RFC 9449). */
    String proof(String method, String address) throws JoseException {
        var claims = new JwtClaims();
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setClaim("htm", method);
        claims.setClaim("htu", address);
        var proof = signed(claims);
        proof.setHeader("typ", "dpop+jwt");
        proof.setJwkHeader(PublicJsonWebKey.Factory.newPublicJwk(key.getPublicKey()));
        return proof.getCompactSerialization();
    }

    private JsonWebSignature signed(JwtClaims claims) {
        var signed = new JsonWebSignature();
        signed.setPayload(claims.toJson());
        signed.setAlgorithmHeaderValue("ES256");
        signed.setKey(key.getPrivateKey());
        return signed;
    }
}
