package org.zoneregistry.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Each page needs the permission of everything that it shows. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class PagesOfCallersTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");

    /** The operation of each page, by its address. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/", "showDashboard"),
            Map.entry("/zones", "showZones"),
            Map.entry("/zones/own-zone", "showZone"),
            Map.entry("/compare", "showComparison"),
            Map.entry("/briefing", "showBriefing"),
            Map.entry("/work", "showWork"),
            Map.entry("/audit", "showLog"),
            Map.entry("/audit/events/1", "showEvent"),
            Map.entry("/audit/verify", "showVerifier"),
            Map.entry("/sign-in", "showSignIn"),
            Map.entry("/sign-out", "showSignOut"));

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    MeterRegistry meters;

    private static int status(@Nullable String token, String page) {
        RequestSpecification request = given().accept("text/html");
        if (token != null) {
            request = request.auth().oauth2(token);
        }
        return request.get(page).statusCode();
    }

    private static Permission permission(String operation) {
        return new DocumentedOperation(operation, "GET", "", Set.of()).permission();
    }

    @Test
    void all_pages_are_in_the_table() {
        assertThat(PAGES.values())
                .containsExactlyInAnyOrderElementsOf(List.of(Permission.values()).stream()
                        .flatMap(permission -> permission.operations().stream())
                        .filter(operation -> operation.startsWith("show"))
                        .toList());
    }

    @Test
    void a_page_is_shown_to_the_roles_of_the_table() {
        var all = new SoftAssertions();
        PAGES.forEach((page, operation) -> {
            Permission permission = permission(operation);
            boolean isForEverybody = permission.openness() == Permission.Openness.EVERYBODY;
            all.assertThat(status(null, page) != 401).as(page).isEqualTo(isForEverybody);
            for (Role role : Role.values()) {
                String token = ISSUER.token(
                        "somebody",
                        Map.of(
                                "roles", List.of(role.wireName()),
                                "zones", List.of("own-zone"),
                                "provinces", List.of("CN-JS")));
                all.assertThat(status(token, page) != 403)
                        .as(page + " as " + role)
                        .isEqualTo(isForEverybody || permission.grants().containsKey(role));
            }
        });
        all.assertAll();
    }

    @Test
    void a_caller_with_limits_sees_the_page_of_its_zone_alone() {
        String reporter = ISSUER.token("office", Map.of("roles", List.of("reporter"), "zones", List.of("own-zone")));
        assertThat(status(reporter, "/zones/another-zone")).isEqualTo(404);
        assertThat(status(reporter, "/compare?zone=own-zone")).isEqualTo(403);
    }

    @Test
    void who_is_refused_a_page_gets_a_page() {
        String registrar = ISSUER.token("a", Map.of("roles", List.of("registrar")));
        given().accept("text/html,*/*;q=0.8")
                .auth()
                .oauth2(registrar)
                .get("/audit?lang=zh")
                .then()
                .statusCode(403)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("<html lang=\"zh\">"), containsString("/problems/forbidden"));
        given().accept("text/html")
                .auth()
                .oauth2(registrar)
                .get("/audit?lang=xx")
                .then()
                .statusCode(403)
                .body(containsString("<html lang=\"en\">"));
        given().accept("text/html,application/json")
                .auth()
                .oauth2(registrar)
                .get("/v1/events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    private static int sent(String token, String task, String zone) {
        return given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .auth()
                .oauth2(token)
                .formParams(Map.of(
                        "key",
                        UniqueCodes.next(),
                        "step",
                        "preview",
                        ":code",
                        zone,
                        "effectiveOn",
                        "2016",
                        "reason",
                        "x"))
                .post("/work?task=" + task)
                .statusCode();
    }

    @Test
    void a_form_needs_the_permission_of_its_command_and_keeps_the_limits_of_the_caller() {
        String registrar = ISSUER.token("a", Map.of("roles", List.of("registrar"), "provinces", List.of("CN-JS")));
        String reporter = ISSUER.token("b", Map.of("roles", List.of("reporter"), "zones", List.of("own-zone")));
        String auditor = ISSUER.token("c", Map.of("roles", List.of("auditor")));
        String operator = ISSUER.token("d", Map.of("roles", List.of("operator")));
        assertThat(sent(registrar, "close", "no-such-zone")).isEqualTo(404);
        assertThat(sent(registrar, "record-trade", "own-zone")).isEqualTo(403);
        assertThat(sent(reporter, "close", "own-zone")).isEqualTo(403);
        assertThat(sent(reporter, "record-trade", "own-zone")).isEqualTo(400);
        assertThat(sent(auditor, "close", "own-zone")).isEqualTo(403);
        assertThat(sent(operator, "close", "own-zone")).isEqualTo(403);
        given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .auth()
                .oauth2(auditor)
                .multiPart("file", "a.csv", new byte[0])
                .post("/work/imports?key=" + UniqueCodes.next())
                .then()
                .statusCode(403);
    }

    @Test
    void the_page_after_a_form_shows_only_what_the_caller_may_see() {
        String zone = UniqueCodes.next();
        String other = ISSUER.token("other", Map.of("roles", List.of("reporter"), "zones", List.of(zone)));
        String own = ISSUER.token("own", Map.of("roles", List.of("reporter"), "zones", List.of(zone)));
        String job = Offices.csv(other, "entryId,zone,period,direction,businessForm,value\n")
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String page = given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .auth()
                .oauth2(own)
                .multiPart("file", "a.ndjson", "{}\n".getBytes(StandardCharsets.UTF_8))
                .post("/work/imports?key=" + UniqueCodes.next())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("/v1/imports/").doesNotContain(job.substring(job.indexOf("/v1/imports/")));
        given().accept("text/html")
                .auth()
                .oauth2(other)
                .get("/work")
                .then()
                .body(containsString(job.substring(job.indexOf("/v1/imports/"))));
    }

    @Test
    void a_past_answer_is_kept_and_given_again_to_those_who_may_see_it() {
        String auditor = ISSUER.token("auditor", Map.of("roles", List.of("auditor")));
        String past = "/v1/zones?q=" + UniqueCodes.next() + "&validAt=2022-12-31&knownAt=0";
        double before = again();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(auditor)
                    .get(past)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", startsWith("private, max-age="));
            given().get(past).then().statusCode(401);
        }
        assertThat(again()).isEqualTo(before + 1);
    }

    private double again() {
        return meters.counter("registry.reads.given.again").count();
    }
}
