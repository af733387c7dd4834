package org.zoneregistry.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.pages.ZonePagesTest.between;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.SmallTrade;
import org.zoneregistry.testing.UniqueCodes;

/** The first page says where its figures are from, and shows nothing unknown as a number. */
@QuarkusTest
class DashboardTest {

    private final SmallTrade trade = new SmallTrade();

    private String page(String path) {
        return trade.office().asked("text/html", path);
    }

    @Test
    void a_day_outside_of_the_time_bar_is_said_to_be_there() {
        String early = between(page("/?validAt=1985-06-30"), "id=\"time-bar\"", "</figure>");
        assertThat(early).contains("30 June 1985, is before 1990", "value=\"0\" data-lang");
        String late = between(page("/?validAt=2090-06-30"), "id=\"time-bar\"", "</figure>");
        assertThat(late).contains("30 June 2090, is in the future");
        var handle =
                Pattern.compile("max=\"(\\d+)\" value=\"(\\d+)\" data-lang").matcher(late);
        assertThat(handle.find()).isTrue();
        assertThat(handle.group(2)).isEqualTo(handle.group(1));
        assertThat(late).doesNotContain(">2085<");
    }

    @Test
    void the_handle_of_knowledge_stands_at_the_shown_position() {
        trade.office().establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "1");
        long position = trade.office().position();
        var handle = Pattern.compile("value=\"(\\d+)\" data-positions=\"([0-9 ]+)\"")
                .matcher(between(page("/?knownAt=" + position), "id=\"time-bar\"", "</figure>"));
        assertThat(handle.find()).isTrue();
        assertThat(List.of(handle.group(2).split(" ")).get(Integer.parseInt(handle.group(1))))
                .isEqualTo(Long.toString(position));
    }
}
