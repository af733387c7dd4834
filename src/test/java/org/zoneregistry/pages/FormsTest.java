package org.zoneregistry.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** Commands, files and verifications are sent by forms, without JavaScript. */
@QuarkusTest
class FormsTest {

    private static final Pattern POSITION = Pattern.compile("at position: (\\d+)");

    private final Office office = new Office();

    private static RequestSpecification browser() {
        return given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static ValidatableResponse send(String task, String step, String key, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("key", key);
        all.put("step", step);
        return browser()
                .formParams(all)
                .redirects()
                .follow(false)
                .post("/work?task=" + task)
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, String> zone(String code) {
        return Map.of(
                "code", code,
                "name.en", "A zone & more",
                "name.zh", "某区",
                "type", "bonded-zone",
                "province", "CN-JS",
                "areaKm2", "2.5",
                "effectiveOn", "2015");
    }

    @Test
    void a_command_is_previewed_and_the_fields_stay() {
        String code = UniqueCodes.next();
        send("establish", "preview", key(), zone(code))
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Cache-Control", "no-store")
                .body(containsString("It would record:"))
                .body(containsString("Established"))
                .body(containsString("value=\"A zone &amp; more\""))
                .body(matchesPattern("(?s).*value=\"bonded-zone\"\\s+selected.*"));
        given().get("/v1/zones/" + code).then().statusCode(404);

        office.establish(code, "bonded-zone", "CN-JS", "2015-01-01", "2.5");
        send("area", "preview", key(), Map.of(":code", code, "effectiveOn", "2016-01-01", "areaKm2", "3"))
                .body(containsString("In the timeline of " + code + ", this would change:"))
                .body(containsString("from 1 January 2016"))
                .body(matchesPattern("(?s).*<td>area in km²</td><td>2.5</td><td>\\s*3</td>.*"));
    }

    @Test
    void a_command_is_recorded_once_however_often_the_form_is_sent() {
        String code = UniqueCodes.next();
        String key = key();
        String page = send("establish", "record", key, zone(code))
                .statusCode(200)
                .body(containsString("It is recorded, at position:"))
                .body(not(containsString("value=\"A zone &amp; more\"")))
                .extract()
                .asString();
        assertThat(position(page)).isPositive();
        String again = send("establish", "record", key, zone(code))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(position(again)).isEqualTo(position(page));
    }

    @Test
    void a_form_that_somebody_went_back_to_and_changed_is_another_command() {
        String code = UniqueCodes.next();
        office.establish(code, "bonded-zone", "CN-JS", "2015-01-01", "2.5");
        String key = key();
        Map<String, String> wrong = Map.of(":code", "no-such-zone", "effectiveOn", "2016", "areaKm2", "3");
        Map<String, String> right = Map.of(":code", code, "effectiveOn", "2016", "areaKm2", "3");
        send("area", "record", key, wrong).statusCode(404);
        String page = send("area", "record", key, right)
                .statusCode(200)
                .body(containsString("name=\":code\" value=\"" + code + "\""))
                .extract()
                .asString();
        String again =
                send("area", "record", key, right).statusCode(200).extract().asString();
        assertThat(position(again)).isEqualTo(position(page));
        String later = send("area", "record", key, Map.of(":code", code, "effectiveOn", "2017", "areaKm2", "4"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(position(later)).isGreaterThan(position(page));
    }

    @Test
    void a_form_is_filled_by_its_address_and_another_task_keeps_the_zone_and_the_fact() {
        String page = given().accept("text/html")
                .get("/work?lang=zh&fact=some-event&zone=wuhan-donghu")
                .then()
                .statusCode(200)
                .body(containsString("name=\":eventId\" value=\"some-event\""))
                .extract()
                .asString();
        assertThat(page.substring(page.indexOf("id=\"tasks\""), page.indexOf("</form>", page.indexOf("id=\"tasks\""))))
                .contains("name=\"zone\" value=\"wuhan-donghu\"", "name=\"fact\" value=\"some-event\"");
        String sent = send("close", "preview", key(), Map.of(":code", "no-such-zone"))
                .extract()
                .asString();
        assertThat(sent).contains("name=\"zone\" value=\"no-such-zone\"");
        given().accept("text/html")
                .get("/work?lang=zh&task=publish")
                .then()
                .body(containsString("全部特殊监管区域贸易"))
                .body(containsString("data-state-done=\"已完成\""))
                .body(not(containsString("由区域计算")));
    }

    private static long position(String page) {
        var found = POSITION.matcher(page.replaceAll("\\s+", " "));
        assertThat(found.find()).as(page).isTrue();
        return Long.parseLong(found.group(1));
    }

    @Test
    void what_is_refused_is_said_beside_the_field() {
        String code = UniqueCodes.next();
        office.establish(code, "bonded-zone", "CN-JS", "2015-01-01", "null");
        String page = send("area", "record", key(), Map.of(":code", code, "effectiveOn", "soon", "areaKm2", "big"))
                .statusCode(400)
                .body(containsString("It is refused:"))
                .body(containsString("/problems/validation"))
                .body(containsString("value=\"soon\""))
                .extract()
                .asString();
        assertThat(page.replaceAll("\\s+", " "))
                .containsPattern("name=\"effectiveOn\" value=\"soon\"[^>]*aria-invalid=\"true\""
                        + " aria-describedby=\"broken-1\"> <p class=\"broken\" id=\"broken-1\" lang=\"en\">must")
                .containsPattern("id=\"broken-2\" lang=\"en\">must be a number");
        send("area", "record", key(), Map.of("effectiveOn", "2016", "areaKm2", "3"))
                .statusCode(400)
                .body(containsString("is required"));
        send("close", "preview", key(), Map.of(":code", "no-such-zone", "effectiveOn", "2016", "reason", "none"))
                .statusCode(404)
                .body(containsString("zone-not-found"));
        browser()
                .formParam("key", key())
                .post("/work?task=close&lang=zh")
                .then()
                .statusCode(400)
                .body(containsString("被拒绝"), containsString("请求不符合各字段的规则"));
    }

    @Test
    void only_a_page_of_this_registry_may_send_a_form() {
        var fields = Map.of("key", key(), "step", "record", ":code", "x", "effectiveOn", "2016", "reason", "y");
        for (String page : List.of("/work?task=close", "/audit/verifications")) {
            given().accept("text/html").formParams(fields).post(page).then().statusCode(403);
            given().accept("text/html")
                    .header("Sec-Fetch-Site", "cross-site")
                    .formParams(fields)
                    .post(page)
                    .then()
                    .statusCode(403);
            given().accept("text/html")
                    .header("Origin", "https://elsewhere.example")
                    .header("Sec-Fetch-Site", "same-origin")
                    .formParams(fields)
                    .post(page)
                    .then()
                    .statusCode(403);
            given().accept("text/html")
                    .header("Origin", "null")
                    .formParams(fields)
                    .post(page)
                    .then()
                    .statusCode(403);
            browser().contentType("text/plain").body("x").post(page).then().statusCode(415);
        }
        browser()
                .contentType("application/json")
                .body("{}")
                .post("/work?task=close")
                .then()
                .statusCode(415);
        given().header("Sec-Fetch-Site", "same-site")
                .multiPart("file", "a.csv", "x".getBytes(StandardCharsets.UTF_8))
                .post("/work/imports?key=" + key())
                .then()
                .statusCode(403);
    }

    @Test
    void the_origin_of_this_registry_is_enough() {
        given().accept("text/html")
                .header("Origin", "http://localhost:" + RestAssured.port)
                .formParams(Map.of("key", key(), "step", "preview"))
                .post("/work?task=close")
                .then()
                .statusCode(400)
                .body(containsString("is required"));
    }

    @Test
    void a_form_that_no_page_has_made_is_refused() {
        send("close", "record", "\u0001", Map.of()).statusCode(400);
        send("close", "record", "", Map.of()).statusCode(400);
        send("no-such-task", "record", key(), Map.of()).statusCode(400);
        browser().body("key=a&key=b").post("/work?task=close").then().statusCode(400);
        browser().body("key=%zz").post("/work?task=close").then().statusCode(400);
        given().get("/work/imports").then().statusCode(405);
    }

    private static ValidatableResponse file(String key, String name, String content) {
        return given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post("/work/imports?lang=en&key=" + key)
                .then();
    }

    @Test
    void a_file_is_imported_and_its_refused_lines_are_listed() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-JS", "2015-01-01", "null");
        String lines = "entryId,zone,period,direction,businessForm,value\n"
                + zone + "-1," + zone + ",2022,import,other,1.00\n"
                + zone + "-2,no-such-zone,2022,import,other,1.00\n";
        String key = key();
        String first = file(key, "entries.csv", lines)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString()
                .replaceAll("\\s+", " ");
        assertThat(first)
                .contains("2 lines read, 1 recorded, 0 there already, 1 refused", "<td>3</td>", "/refused\"")
                .contains("action=\"/work?lang=en&amp;task=establish#task\"");
        file(key, "entries.csv", lines).statusCode(200).body(containsString("1 recorded"));
        file(key(), "entries.csv", lines).statusCode(200).body(containsString("1 there already"));
        file(key(), "entries.ndjson", "{}\n").statusCode(200).body(containsString("1 refused"));
        file(key(), "entries.csv", "what,is,this\n").statusCode(400).body(containsString("It is refused:"));
        given().accept("text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("other", "no file")
                .post("/work/imports?key=" + key())
                .then()
                .statusCode(400)
                .body(containsString("The form has no file"));
    }

    /** Sends a file as browsers do: with the length of the form, and with a boundary of its own each time. */
    private static String sized(String key, String boundary, String content) throws Exception {
        String form =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"entries.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/work/imports?lang=en&key=" + key))
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_file_that_somebody_went_back_to_and_corrected_is_another_import() throws Exception {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-JS", "2015-01-01", "null");
        String wrong = "entryId,zone,period,direction,businessForm,value\n"
                + zone + "-1," + zone + ",2022,import,other,1.00\n"
                + zone + "-2,no-such-zone,2022,import,other,1.00\n";
        String key = key();
        assertThat(sized(key, "first", wrong)).contains("1 recorded, 0 there already, 1 refused");
        assertThat(sized(key, "a-longer-one", wrong)).contains("1 recorded, 0 there already, 1 refused");
        assertThat(sized(key, "another", wrong.replace("no-such-zone", zone)))
                .contains("1 recorded, 1 there already, 0 refused");
    }

    @Test
    void a_large_file_is_imported_while_it_arrives() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-JS", "2015-01-01", "null");
        var lines = new StringBuilder("entryId,zone,period,direction,businessForm,value\n");
        for (int i = 0; i < 30_000; i++) {
            lines.append(zone).append('-').append(i).append(",no-such-zone,2022,import,other,1.00\n");
        }
        file(key(), "entries.csv", lines.toString()).statusCode(200).body(containsString("30000 refused"));
    }

    @Test
    void a_verification_is_begun_and_the_page_lists_it() {
        String page = browser()
                .redirects()
                .follow(false)
                .post("/audit/verifications?lang=zh")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(page).endsWith("/audit?lang=zh#verifications");
        given().accept("text/html").get("/audit?lang=zh").then().body(containsString("/v1/audit/verifications/"));
    }
}
