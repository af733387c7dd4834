package org.zoneregistry.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** The rules for every page. */
@QuarkusTest
class EveryPageTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Office office = new Office();

    private static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false).accept(HTML).get(path).then();
    }

    @Inject
    @SuppressWarnings("NullAway.Init") // set by CDI
    MembersReadByReflection reflection;

    @Test
    void no_template_needs_reflection_which_a_native_image_lacks() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-JS", "2014-01-01", "1");
        for (String path : List.of(
                "/",
                "/zones",
                "/zones/" + zone,
                "/compare?a=2014-12-31&b=2015-12-31",
                "/briefing?year=2022",
                "/audit",
                "/audit/events/1",
                "/audit/verify",
                "/work",
                "/work?command=convert-zone",
                "/problems",
                "/problems/not-found",
                "/nothing-here",
                "/?validAt=yesterday")) {
            page(path);
            page(path + (path.contains("?") ? "&" : "?") + "lang=zh");
        }
        assertThat(reflection.members())
                .as("members that need @TemplateData on their class")
                .isEmpty();
    }

    @Test
    void the_root_is_a_page_for_all_who_accept_one() {
        page("/").statusCode(200).contentType(startsWith("text/html"));
        given().get("/").then().statusCode(200).contentType(startsWith("text/html"));
        for (String json : List.of("application/json", "application/json,text/html;q=0.5")) {
            given().accept(json).get("/").then().statusCode(404).body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void both_times_are_in_the_title_and_the_policy_allows_nothing_inline() {
        page("/?validAt=2022-12-31")
                .statusCode(200)
                .body(containsString("<title>The zones on 31 December 2022, as known today"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString("style=\"")))
                .body(not(containsString("<style")));
    }

    @Test
    void the_language_is_the_one_of_the_address_else_the_one_that_is_liked() {
        given().accept(HTML)
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get("/?validAt=2022-12-31")
                .then()
                .body(containsString("<html lang=\"zh\">"))
                .body(containsString("2022年12月31日的特殊监管区域"))
                .header("Vary", containsString("Accept-Language"));
        page("/?lang=zh").body(containsString("<html lang=\"zh\">")).body(containsString("/zones?lang=zh"));
        page("/?lang=xx").statusCode(400).body(containsString("must be en or zh"));
    }

    @Test
    void a_pinned_page_says_so_and_leads_back() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "null");
        long position = office.position();
        var pinned = page("/zones?validAt=2014-12-31&knownAt=" + position)
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Registry-Position", Long.toString(position))
                .body(containsString("You see what was known at position " + position))
                .body(containsString("href=\"/zones?validAt=2014-12-31\">Back to the latest"));
        given().accept(HTML)
                .header("If-None-Match", pinned.extract().header("ETag"))
                .get("/zones?validAt=2014-12-31&knownAt=" + position)
                .then()
                .statusCode(304);
        page("/zones?validAt=2014-12-31").header("Cache-Control", "no-cache");
    }

    @Test
    void no_page_is_kept_by_a_cache_without_asking_again() {
        long position = office.position();
        for (String path : List.of("/", "/zones", "/compare", "/briefing", "/audit", "/work")) {
            String pinned = path + "?validAt=2014-12-31&knownAt=" + position;
            String kept = page(pinned).statusCode(200).extract().header("Cache-Control");
            assertThat(kept).as(path).isEqualTo(path.equals("/work") ? "no-store" : "no-cache");
        }
    }

    @Test
    void a_page_sends_each_header_once() {
        var headers = page("/zones").extract().headers();
        for (String name : List.of("Referrer-Policy", "X-Content-Type-Options", "Content-Security-Policy")) {
            assertThat(headers.getValues(name)).as(name).hasSize(1);
        }
        assertThat(headers.getValue("Referrer-Policy"))
                .as("browsers send the origin of forms")
                .isEqualTo("same-origin");
    }

    @Test
    void what_is_quoted_stays_true() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "null");
        String html = page("/zones").extract().asString();
        String quoted = html.substring(html.indexOf("id=\"citation\""));
        assertThat(quoted).contains(", position ").doesNotContain("today");
    }

    @Test
    void before_everything_nothing_was_recorded() {
        page("/zones?knownAt=0")
                .statusCode(200)
                .body(containsString("as known before anything was recorded"))
                .body(containsString("You see the registry before anything was recorded."))
                .body(not(containsString("1970")));
    }

    @Test
    void times_have_their_zone() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "null");
        page("/zones?knownAt=" + office.position()).body(containsString(" UTC+08:00"));
    }

    @Test
    void forms_may_leave_fields_empty_and_say_a_day() {
        page("/?validAt=2014-12-31&knownAt=").statusCode(200).header("Cache-Control", "no-cache");
        page("/?validAt=&knownAt=2001-01-01").statusCode(200).header("Registry-Position", "0");
    }

    @Test
    void what_is_refused_is_a_page_too() {
        page("/?validAt=yesterday")
                .statusCode(400)
                .contentType(startsWith("text/html"))
                .body(containsString("/problems/validation"));
        page("/?lang=zh&validAt=yesterday").statusCode(400).body(containsString("请求不符合各字段的规则"));
        page("/?knownAt=999999999").statusCode(400).body(containsString("known-at-in-the-future"));
    }

    @Test
    void what_a_page_loads_is_there_and_of_this_address() {
        String html = page("/").extract().asString();
        var assets = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(assets).anyMatch(asset -> asset.endsWith(".css")).anyMatch(asset -> asset.endsWith(".js"));
        assets.forEach(asset -> given().get(asset).then().statusCode(200));
        assertThat(html).doesNotContain("src=\"http", "<script>");
    }
}
