package org.zoneregistry.trade.write;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.testing.UniqueCodes;

/** Requests about zones and their trade, over HTTP. */
public final class TradeRequests {

    private TradeRequests() {}

    public static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** A read that waits until everything recorded so far is in the projection. */
    public static RequestSpecification reading() {
        var head = CDI.current().select(EventLog.class).get().head();
        long position = head.toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join()
                .position();
        return given().header("Registry-Min-Position", position);
    }

    /** A new zone, live from 1 July 2010 on. */
    public static String zone() {
        String code = UniqueCodes.next();
        json("""
                {"code": "%s", "name": {"en": "Zone %s"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010-07-01"}""".formatted(code, code)).post("/v1/zones").then().statusCode(201);
        return code;
    }

    /** A new zone, live from 1 July 2010 to 30 June 2015. */
    public static String closedZone() {
        String zone = zone();
        json("{\"effectiveOn\": \"2015-07-01\", \"reason\": \"no use\"}")
                .post("/v1/zones/{zone}/closure", zone)
                .then()
                .statusCode(200);
        return zone;
    }

    /** The body that records an entry of 2012 with a value. */
    public static String entry(String id, String value) {
        return """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "hsChapter": "88", "enterprise": "91-A", "partner": "DE", "value": "%s"}""".formatted(id, value);
    }

    public static Response record(String zone, String body) {
        return json(body).post("/v1/zones/{zone}/trade", zone);
    }

    /** Records an entry, and returns its id. */
    public static String recorded(String zone) {
        String id = UniqueCodes.next();
        record(zone, entry(id, "100.00")).then().statusCode(201);
        return id;
    }

    public static Response correct(String entry, String body) {
        return json(body).post("/v1/trade/{entry}/correction", entry);
    }

    public static Response withdraw(String entry) {
        return json("{\"reason\": \"declared twice\"}").post("/v1/trade/{entry}/withdrawal", entry);
    }

    static void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("type", equalTo("/problems/" + code));
    }

    static void again(Response second, Response first) {
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "Registry-Position")) {
            assertThat(second.header(header)).isEqualTo(first.header(header));
        }
    }
}
