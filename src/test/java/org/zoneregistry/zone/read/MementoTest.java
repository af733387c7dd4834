package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A client of RFC 7089: every date in an answer leads to the same state again. */
@QuarkusTest
class MementoTest {

    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([^\"]+)\"(?:; datetime=\"([^\"]+)\")?");

    private final Clerk clerk = new Clerk();

    private static Response get(String path, String... headers) {
        var request = given().urlEncodingEnabled(false);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get(path);
    }

    private static List<MatchResult> links(String text) {
        return LINK.matcher(text).results().toList();
    }

    private static String linked(Response answer, String relation) {
        return links(answer.header("Link")).stream()
                .filter(link -> List.of(link.group(2).split(" ")).contains(relation))
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** More may be recorded within the second, and then the date would lead to a longer prefix. */
    @Test
    void no_date_is_given_before_its_second_is_over() {
        String code = Clerk.newCode("fresh");
        clerk.establish(code);
        for (int i = 1; i <= 9; i++) {
            clerk.send(
                    "/v1/zones/" + code + "/area",
                    "{\"effectiveOn\": \"2016-01-0%d\", \"areaKm2\": 2.%d}".formatted(i, i));
            String path = "/v1/zones/" + code + "?validAt=2022-12-31";
            Response memento = get(path + "&knownAt=" + clerk.position());
            assertThat(memento.statusCode()).isEqualTo(200);
            String date = memento.header("Memento-Datetime");
            if (date != null) {
                assertThat(http(date)).isBeforeOrEqualTo(http(memento.header("Date")));
            }
        }
    }

    private static Instant http(String date) {
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    @Test
    void each_date_leads_back_to_the_state_that_it_was_given_with() throws InterruptedException {
        String code = Clerk.newCode("memento");
        clerk.establish(code);
        String path = "/v1/zones/" + code + "?validAt=2022-12-31";
        List<Long> positions = new ArrayList<>(List.of(clerk.position()));
        for (int i = 0; i < 8; i++) {
            if (i % 3 == 0) {
                Thread.sleep(1_100);
            }
            clerk.send(
                    "/v1/zones/" + code + "/area",
                    "{\"effectiveOn\": \"2015-01-0%d\", \"areaKm2\": 1.%d}".formatted(i + 1, i));
            positions.add(clerk.position());
        }
        clerk.ask(path).statusCode(200);
        Thread.sleep(2_200); // until the second is over and its state is settled

        int dated = 0;
        for (long position : positions) {
            Response memento = get(path + "&knownAt=" + position);
            assertThat(memento.statusCode()).isEqualTo(200);
            String date = memento.header("Memento-Datetime");
            if (date != null) {
                dated++;
                Response back = get(path, "Accept-Datetime", date);
                assertThat(back.header("Registry-Position")).isEqualTo(Long.toString(position));
                assertThat(back.asString()).isEqualTo(memento.asString());
                assertThat(back.header("Memento-Datetime")).isEqualTo(date);
                assertThat(back.header("Cache-Control")).contains("immutable");
            }
        }
        assertThat(dated).as("one at least for each second").isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_has_no_mementos_names_no_time_map() {
        String code = Clerk.newCode("no-memento");
        clerk.establish(code);
        assertThat(get("/v1/zones/" + code + "/diff?fromValidAt=2012-12-31").header("Link"))
                .isNull();
    }

    @Test
    void a_time_map_leads_to_mementos_that_lead_back() throws InterruptedException {
        String code = Clerk.newCode("timemap");
        clerk.establish(code);
        String path = "/v1/zones/" + code + "?validAt=2022-12-31";
        clerk.ask(path).statusCode(200);
        Thread.sleep(2_100);

        Response original = get(path);
        assertThat(linked(original, "original")).isEqualTo(path);
        assertThat(linked(original, "timegate")).isEqualTo(path);
        List<MatchResult> mementos = new ArrayList<>();
        String next = linked(original, "timemap") + "&limit=1000";
        while (next != null) {
            Response map = get(next);
            assertThat(map.statusCode()).as(map.asString()).isEqualTo(200);
            links(map.asString()).stream()
                    .filter(link -> link.group(2).contains("memento"))
                    .forEach(mementos::add);
            next = map.header("Link") == null ? null : linked(map, "next");
        }
        assertThat(mementos.getLast().group(2)).contains("last memento");
        MatchResult last = mementos.getLast();
        Response memento = get(last.group(1));
        assertThat(memento.statusCode()).isEqualTo(200);
        assertThat(memento.header("Memento-Datetime")).isEqualTo(last.group(3));
        assertThat(Long.parseLong(memento.header("Registry-Position"))).isGreaterThanOrEqualTo(clerk.position());
        assertThat(get(path, "Accept-Datetime", last.group(3)).asString()).isEqualTo(memento.asString());
    }
}
