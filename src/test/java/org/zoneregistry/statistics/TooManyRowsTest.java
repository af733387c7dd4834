package org.zoneregistry.statistics;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Questions with few sums but answers with many rows. */
@QuarkusTest
class TooManyRowsTest {

    private final SmallTrade trade = new SmallTrade();
    private final Office office = trade.office();

    /** A group has a row for each month, even without trade: 2,400 for each of nine groups. */
    @Test
    void growth_over_two_centuries_of_months_is_refused_with_how_to_ask_for_less() {
        trade.send();
        for (int group = 1; group <= 9; group++) {
            trade.record("a", trade.year() + "-01", "import", "other", "0" + group, "5");
        }

        office.ask("/v1/statistics/growth?from=1900-01&to=2099-12&groupBy=hsChapter&zone=" + trade.zone("a"))
                .statusCode(422)
                .body("type", equalTo("/problems/answer-too-large"))
                .body("detail", containsString("from and to"));
        office.ask("/v1/statistics/growth?from=2022-01&to=2022-12&groupBy=hsChapter&zone=" + trade.zone("a"))
                .statusCode(200);
    }
}
