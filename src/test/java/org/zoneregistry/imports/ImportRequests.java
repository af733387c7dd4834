package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.zoneregistry.testing.UniqueCodes;

/** Requests to import entries. */
final class ImportRequests {

    static final String HEADER = "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n";

    private ImportRequests() {}

    /** A zone that was established in 2010, and accepted. */
    static String zone() {
        String code = UniqueCodes.next();
        given().contentType("application/json")
                .body("""
                        {"code": "%s", "name": {"en": "A zone"}, "type": "bonded-zone", "province": "CN-JS", \
                        "effectiveOn": "2010-07-01"}
                        """.formatted(code))
                .post("/v1/zones")
                .then()
                .statusCode(201);
        return code;
    }

    /** A line in the order of {@link #HEADER}. */
    static String line(String entry, String zone, String value) {
        return entry + "," + zone + ",2022-12,export,bonded-processing,84,,DE," + value + "\n";
    }

    static RequestSpecification csv(String text) {
        return csv(text.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification csv(byte[] body) {
        return raw("text/csv").body(body);
    }

    static RequestSpecification ndjson(String text) {
        return raw("application/x-ndjson").body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** RestAssured would add a charset to the media type. */
    private static RequestSpecification raw(String mediaType) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(mediaType, ContentType.BINARY)))
                .header("Content-Type", mediaType);
    }

    static Response send(RequestSpecification request) {
        return request.post("/v1/imports");
    }

    /** Sends a file that is accepted, and reads the import from its own address. */
    static JsonPath imported(RequestSpecification request) {
        String address = send(request).then().statusCode(202).extract().header("Location");
        return given().get(address).then().statusCode(200).extract().jsonPath();
    }

    /** Asserts that an import is done, with these numbers of lines. */
    static void assertCounts(JsonPath job, int recorded, int alreadyThere, int refused) {
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(List.of(
                        job.getInt("linesRead"),
                        job.getInt("recorded"),
                        job.getInt("alreadyThere"),
                        job.getInt("refused")))
                .isEqualTo(List.of(recorded + alreadyThere + refused, recorded, alreadyThere, refused));
    }

    static byte[] gzipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
