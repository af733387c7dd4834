package org.zoneregistry.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** The list of zones says what the API says, and no more. */
@QuarkusTest
class ZonePagesTest {

    private final Office office = new Office();

    private String page(String path) {
        return office.asked("text/html", path);
    }

    @Test
    void a_facet_counts_what_the_other_ones_leave() {
        String both = UniqueCodes.next();
        office.establish(both + "-a", "bonded-zone", "CN-HI", "2001-01-01", "1");
        office.establish(both + "-b", "bonded-logistics-park", "CN-JS", "2001-01-01", "1");
        assertThat(page("/zones?type=bonded-zone&q=" + both))
                .contains("1 of 2 zones", "Hainan (1)", "East (1)", "Bonded logistics park (1)", "Bonded zone (1)")
                .doesNotContain("Jiangsu (");
        assertThat(page("/zones?type=bonded-zone&province=CN-JS&q=" + both))
                .contains("0 of 2 zones", "Bonded zone (0)", "Bonded logistics park (1)", "Hainan (1)", "Jiangsu (0)");
    }

    @Test
    void chinese_names_are_in_the_order_of_their_sounds() {
        String all = UniqueCodes.next();
        for (String name : new String[] {"中港", "安港", "北港"}) {
            office.send("/v1/zones", """
                    {"code": "%s-%s", "name": {"en": "Port", "zh": "%s"}, "type": "bonded-zone",
                     "province": "CN-HI", "effectiveOn": "2001-01-01"}
                    """.formatted(all, Integer.toHexString(name.charAt(0)), name));
        }
        assertThat(page("/zones?lang=zh&q=" + all)).containsSubsequence(">安港<", ">北港<", ">中港<");
    }
}
