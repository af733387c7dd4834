package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
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
                    .header("Strict-Transport-Security", nullValue())
                    .header("Server", nullValue())
                    .header("X-Powered-By", nullValue());
        }
        for (String data : List.of("/v1/territories", "/nothing", "/static/mark.svg", "/q/health", "/openapi")) {
            List<String> policies = given().get(data).headers().getValues("Content-Security-Policy");
            assertThat(policies).as(data).containsExactly("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void the_pages_of_problems_have_the_style_that_their_policy_names_and_no_other() {
        for (String address : List.of("/problems", "/problems/forbidden")) {
            given().accept("text/html")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("style-src 'self'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .body(containsString("rel=\"stylesheet\""))
                    .body(not(containsString("<style")))
                    .body(not(containsString("style=\"")));
        }
    }

    @Test
    void every_page_of_an_open_registry_says_so() {
        for (String page : List.of("/", "/zones", "/briefing", "/compare", "/audit", "/work", "/zones/none")) {
            given().accept("text/html").get(page).then().body(containsString("Open access"));
            given().accept("text/html")
                    .queryParam("lang", "zh")
                    .get(page)
                    .then()
                    .body(containsString("开放访问"));
        }
    }

    @Test
    void no_other_site_is_let_in_by_itself() {
        given().header("Origin", "https://other.example")
                .get("/v1/territories")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
