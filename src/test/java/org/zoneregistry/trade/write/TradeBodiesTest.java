package org.zoneregistry.trade.write;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.trade.write.TradeRequests.entry;
import static org.zoneregistry.trade.write.TradeRequests.record;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules for a body that records trade. All violations are reported at once. */
@QuarkusTest
class TradeBodiesTest {

    private String zone = "";

    @BeforeEach
    void makeZone() {
        zone = zone();
    }

    private void violates(String body, String... pointers) {
        record(zone, body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", containsInAnyOrder(pointers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "100.00"    | "100.001"
            "100.00"    | "1e3"
            "100.00"    | "1E3"
            "100.00"    | "1000000000000000"
            "100.00"    | "0"
            "100.00"    | "0.00"
            "100.00"    | "-1"
            "100.00"    | "+1"
            "100.00"    | "1,000"
            "100.00"    | "01"
            "100.00"    | "1."
            "100.00"    | ".5"
            "100.00"    | "١"
            "100.00"    | ""
            "100.00"    | 100
            "100.00"    | 100.00
            "100.00"    | true
            "100.00"    | {}
            "100.00"    | ["100.00"]
            "100.00"    | null
            """)
    void a_value_is_money_in_a_string(String good, String bad) {
        violates(entry("e", "100.00").replace(good, bad), "/value");
    }

    @Test
    void a_value_that_is_a_number_is_refused() {
        record(zone, entry("e", "100.00").replace("\"100.00\"", "100"))
                .then()
                .statusCode(400)
                .body("violations.detail", contains(containsString("must be a string")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /period       | "2012"               | "2022-13"
            /period       | "2012"               | "2022-00"
            /period       | "2012"               | "2022-1"
            /period       | "2012"               | "2022-12-31"
            /period       | "2012"               | "1899"
            /period       | "2012"               | "2101"
            /period       | "2012"               | 2012
            /direction    | "export"             | "EXPORT"
            /direction    | "export"             | "both"
            /direction    | "export"             | 1
            /businessForm | "bonded-maintenance" | "BONDED_MAINTENANCE"
            /businessForm | "bonded-maintenance" | "smuggling"
            /hsChapter    | "88"                 | "98"
            /hsChapter    | "88"                 | "00"
            /hsChapter    | "88"                 | "1"
            /hsChapter    | "88"                 | 88
            /partner      | "DE"                 | "de"
            /partner      | "DE"                 | "XX"
            /partner      | "DE"                 | "DEU"
            /enterprise   | "91-A"               | ""
            /enterprise   | "91-A"               | " 91"
            /entryId      | "e"                  | ""
            /entryId      | "e"                  | "."
            /entryId      | "e"                  | ".."
            /entryId      | "e"                  | " e"
            /entryId      | "e"                  | "e "
            /entryId      | "e"                  | "\\u0000"
            /entryId      | "e"                  | "a\\u0007b"
            /entryId      | "e"                  | "a\\ud800b"
            /entryId      | "e"                  | "a\\udc00"
            /entryId      | "e"                  | "a\\u202eb"
            /entryId      | "e"                  | "a\\u200bb"
            /entryId      | "e"                  | "a\\ufeffb"
            /entryId      | "e"                  | "a\\uffffb"
            /entryId      | "e"                  | "e\\u0301"
            /entryId      | "e"                  | 17
            """)
    void each_member_has_its_form(String pointer, String good, String bad) {
        String member = "\"" + pointer.substring(1) + "\": ";
        violates(entry("e", "100.00").replace(member + good, member + bad), pointer);
    }

    @Test
    void an_entry_id_has_at_most_64_characters_however_they_are_encoded() {
        violates(entry("x".repeat(65), "1"), "/entryId");
        violates(entry("\uD840\uDC0B".repeat(65), "1"), "/entryId");
        String unique = Integer.toString(zone.hashCode());
        record(zone, entry("\uD840\uDC0B".repeat(64 - unique.length()) + unique, "1"))
                .then()
                .statusCode(201);
    }

    @Test
    void all_violations_are_reported_at_once() {
        violates(
                """
                {"entryId": "", "period": "2022-13", "direction": "sideways", "hsChapter": "98", "partner": "XX",
                 "value": 1, "zone": "a", "colour": "red"}""",
                "/entryId",
                "/period",
                "/direction",
                "/businessForm",
                "/hsChapter",
                "/partner",
                "/value",
                "/zone",
                "/colour");
    }

    @Test
    void an_id_that_looks_like_another_is_refused_and_names_the_other() {
        String looksLike = "must not have a hyphen other than U+002D (U+2011); it looks like e-1";
        record(zone, entry("e\u20111", "100.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/entryId"))
                .body("violations.detail", contains(looksLike));
        record(zone, entry("e", "100.00").replace("91-A", "e\u20111"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/enterprise"))
                .body("violations.detail", contains(looksLike));
        record(zone, entry("1.23457E+17", "100.00"))
                .then()
                .statusCode(400)
                .body("violations.detail", contains(containsString("a spreadsheet shows")));
    }
}
