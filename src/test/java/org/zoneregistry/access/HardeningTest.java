package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What browsers are told, and what nobody is told. */
@QuarkusTest
class HardeningTest {

    @Test
    void every_answer_is_neither_guessed_at_nor_framed() {
        for (String address : List.of("/v1/territories", "/v1/zones/none", "/nothing", "/problems", "/openapi")) {
            given().get(address)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Server", nullValue())
                    .header("X-Powered-By", nullValue());
        }
        given().get("/v1/territories").then().header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void pages_have_the_style_that_their_policy_names() throws Exception {
        String shell = Files.readString(Path.of("src/main/resources/templates/problems/shell.html"));
        String style = shell.substring(shell.indexOf("<style>") + "<style>".length(), shell.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String page = given().accept("text/html").get("/problems").asString();
        assertThat(page).contains(style);
        given().accept("text/html")
                .get("/problems")
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString(
                                "style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    }

    @Test
    void no_other_site_is_let_in_by_itself() {
        given().header("Origin", "https://other.example")
                .get("/v1/territories")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
