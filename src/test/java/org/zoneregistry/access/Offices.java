package org.zoneregistry.access;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.trade.write.TradeRequests;

/** Requests of offices, by their tokens. */
final class Offices {

    private Offices() {}

    /** A new zone, by its code. */
    static String zone(String registrar, String province) {
        String code = UniqueCodes.next();
        establish(registrar, code, province).then().statusCode(201);
        return code;
    }

    static Response establish(String token, String code, String province) {
        return json(token, """
                {"code": "%s", "name": {"en": "A zone"}, "type": "bonded-zone", "province": "%s",
                 "effectiveOn": "2010-07-01"}""".formatted(code, province)).post("/v1/zones");
    }

    static RequestSpecification json(String token, String body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
    }

    /** A read that waits until everything recorded so far can be read. */
    static RequestSpecification by(String token) {
        return TradeRequests.reading().auth().oauth2(token);
    }

    /** A new id of an entry. */
    static String entry() {
        return "E-" + UniqueCodes.next();
    }

    /** A request with a file of entries. */
    static RequestSpecification csv(String token, String text) {
        return given().auth()
                .oauth2(token)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv")
                .body(text);
    }
}
