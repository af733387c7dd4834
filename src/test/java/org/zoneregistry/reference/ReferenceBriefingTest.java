package org.zoneregistry.reference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.audit.offline.ShippedRegistry;

/** Every claim of the press conference of 20 March 2023, computed from the shipped data. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
class ReferenceBriefingTest {

    /** What was known after the load: other tests record more. */
    private static final String KNOWN =
            "knownAt=" + ReferenceTranslation.shipped().commands().size();

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    zone-types,                  6,                6,             0,               zones,     types
                    zones,                       167,              167,           0,               zones,     zones
                    comprehensive-zones,         156,              156,           0,               zones,     zones
                    comprehensive-share,         93.413174,        93.4,          0.013174,        zones,     percent
                    provinces-covered,           31,               31,            0,               zones,     provinces
                    zone-trade,                  8380000000000.00, 8400000000000, -20000000000.00, published, CNY
                    share-of-foreign-trade,      19.919182,        20,            -0.080818,       published, percent
                    share-of-foreign-trade-2012, 15.700000,        15.7,          0.000000,        published, percent
                    growth-since-2012,           2.186097,         2,             0.186097,        published, times
                    bonded-maintenance,          198400000000.00,  198400000000,  0.00,            published, CNY
                    """)
    void a_claim_with_a_figure(
            String claim, String value, String stated, String difference, String basis, String unit) {
        briefing("2022")
                .body(of(claim) + "value", equalTo(value))
                .body(of(claim) + "stated", equalTo(stated))
                .body(of(claim) + "difference", equalTo(difference))
                .body(of(claim) + "basis", equalTo(basis))
                .body(of(claim) + "unit", equalTo(unit))
                .body(of(claim) + "reason", nullValue());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    bonded-maintenance-growth,  32.7,     no zones/CN/2021/bonded-maintenance was published
                    local-share-sichuan,        50 or 60, no zones/CN-SC/2022 was published
                    local-share-chongqing,      50 or 60, no zones/CN-CQ/2022 was published
                    local-share-henan,          50 or 60, no zones/CN-HA/2022 was published
                    local-share-shaanxi,        50 or 60, no zones/CN-SN/2022 was published
                    regional-imbalance,         ,         the entries of 3 zones do not cover
                    imbalance-within-provinces, ,         the entries of 3 zones do not cover
                    insufficient-development,   ,         the entries of 3 zones do not cover
                    leading-enterprises,        ,         the entries of 3 zones do not cover
                    """)
    void a_claim_that_the_data_have_no_source_for(String claim, @Nullable String stated, String why) {
        briefing("2022")
                .body(of(claim) + "value", nullValue())
                .body(of(claim) + "difference", nullValue())
                .body(of(claim) + "stated", stated == null ? nullValue() : equalTo(stated))
                .body(of(claim) + "reason", allOf(startsWith("not in the data: "), containsString(why)));
    }

    @Test
    void the_share_of_the_territory_is_a_lower_bound() {
        briefing("2022")
                .body(of("share-of-territory") + "value", equalTo("0.003663"))
                .body(of("share-of-territory") + "stated", equalTo("0.005"))
                .body(of("share-of-territory") + "note", containsString("the area of 114 of 167 zones is known"));
    }

    @Test
    void the_real_bases_of_2012_and_of_the_year_before_are_shown() {
        briefing("2022")
                .body(
                        of("growth-since-2012") + "published",
                        hasItem(containsString("telling/derived.csv row 1 (derived)")))
                .body(
                        of("share-of-foreign-trade-2012") + "published",
                        hasItem(containsString("It cannot confirm the share from which it is derived")))
                .body(
                        of("bonded-maintenance-growth") + "note",
                        allOf(containsString("185670000000.00"), containsString("comprehensive zones only")));
    }

    @Test
    void the_entries_are_compared_with_the_published_figures() {
        briefing("2022")
                .body(of("zone-trade") + "entries", equalTo(3))
                .body(of("zone-trade") + "coverage", equalTo("0.116631"))
                .body(
                        of("zone-trade") + "published",
                        hasItem(startsWith("zones/CN/2022 = 8380000000000.00 (position ")));
    }

    @Test
    void growth_of_one_zone_against_three_says_so_in_every_form() {
        String url = "/v1/statistics/growth?from=2022&to=2023&" + KNOWN;
        given().get(url)
                .then()
                .statusCode(200)
                .body("rows[1].yearOnYear.value", equalTo("0.021137"))
                .body("rows[1].coverage.zones", equalTo(1))
                .body("rows[1].coverageBefore.zones", equalTo(3))
                .body("rows[1].matched.zones", equalTo(1))
                .body("rows[1].matched.wholeYears", equalTo(1))
                .body("rows[1].matched.yearOnYear.value", equalTo("0.041023"));
        List<String> lines =
                given().accept("text/csv").get(url).asString().lines().toList();
        assertThat(lines.getFirst()).contains("coverage.zones", "coverageBefore.zones", "matched.yearOnYear.value");
        assertThat(lines.getLast())
                .startsWith(",,,,,,,,,2023,998029000000.00,0.021137,")
                .contains(",2,1,0,0,1,0,0,3,3,0,0,3,0,0,1,0,1,0.041023,");
        String series = given().get(
                        "/v1/sdmx/data/ZR,TRADE,1.0/A._T._T._T._T/all?startPeriod=2022&endPeriod=2023&" + KNOWN)
                .asString();
        assertThat(series)
                .containsSubsequence(
                        "id=\"ZONES\" value=\"3\"",
                        "id=\"WHOLE_YEARS\" value=\"3\"",
                        "id=\"ZONES\" value=\"1\"",
                        "id=\"WHOLE_YEARS\" value=\"1\"");
    }

    @Test
    void there_are_twenty_claims_each_with_its_definition_and_the_prefix() {
        JsonPath answer = briefing("2022")
                .body("year", equalTo(2022))
                .body("zonesValidAt", equalTo("2023-03-20"))
                .body("claims", hasSize(20))
                .body(
                        "claims.claim",
                        equalTo(StatedClaim.all().stream()
                                .map(StatedClaim::name)
                                .toList()))
                .body("claims.definition", everyItem(notNullValue()))
                .extract()
                .jsonPath();
        assertThat(answer.getList("claims.position", Long.class)).containsOnly(answer.getLong("position"));
    }

    @Test
    void every_query_gives_an_answer_of_the_same_prefix() {
        JsonPath answer = briefing("2022").extract().jsonPath();
        List<Map<String, String>> claims = Objects.requireNonNull(answer.getList("claims"));
        assertThat(claims)
                .allSatisfy(claim -> given().urlEncodingEnabled(false)
                        .get(claim.get("query"))
                        .then()
                        .statusCode(200)
                        .header("Registry-Position", answer.getString("position")));
        String trade = Objects.requireNonNull(answer.getString(of("zone-trade") + "query"));
        given().urlEncodingEnabled(false).get(trade).then().body("rows.zonesTrade", hasItem("8380000000000.00"));
    }

    @Test
    void another_year_has_figures_without_stated_claims() {
        briefing("2023")
                .body("zonesValidAt", equalTo("2024-03-20"))
                .body(of("zone-trade") + "value", equalTo("8013251000000.00"))
                .body("claims.findAll { it.stated != null }", hasSize(0))
                .body(of("bonded-maintenance") + "reason", startsWith("not in the data: "));
    }

    @Test
    void before_the_registry_knew_anything_nothing_is_in_the_data() {
        given().get("/v1/statistics/briefing?year=2022&knownAt=0")
                .then()
                .statusCode(200)
                .body(of("zones") + "value", equalTo("0"))
                .body(of("comprehensive-share") + "reason", equalTo("not in the data: the whole is zero"))
                .body(of("zone-trade") + "reason", startsWith("not in the data: no zones/CN/2022 was published"));
    }

    @Test
    void csv_has_a_row_for_each_claim() {
        String[] lines = given().accept("text/csv")
                .get("/v1/statistics/briefing?" + KNOWN)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo("claim,definition,unit,value,reason,stated,difference,basis,entries,coverage,published,note,"
                        + "query,position");
        assertThat(lines).hasSize(22);
        assertThat(lines[2]).startsWith("zones,Live zones,zones,167,,167,0,zones,");
    }

    @Test
    void a_year_out_of_range_is_refused() {
        given().get("/v1/statistics/briefing?year=1900").then().statusCode(400).body("violations", not(hasSize(0)));
    }

    private static ValidatableResponse briefing(String year) {
        return given().get("/v1/statistics/briefing?year=" + year + "&" + KNOWN)
                .then()
                .statusCode(200);
    }

    private static String of(String claim) {
        return "claims.find { it.claim == '" + claim + "' }.";
    }
}
