package org.zoneregistry.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveDayTest {

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, 2022-12-31, 2022-12-31",
        "2008-07, 2008-07-01, 2008-07-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2100-02, 2100-02-01, 2100-02-28",
        "2022, 2022-01-01, 2022-12-31",
        "1900, 1900-01-01, 1900-12-31"
    })
    void is_the_range_of_days_that_the_text_can_mean(String text, LocalDate notBefore, LocalDate on) {
        assertThat(EffectiveDay.parse(text)).isEqualTo(new EffectiveDay(notBefore, on));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-02-30",
                "2023-02-29",
                "2022-13",
                "2022-00",
                "2022-12-00",
                "10000-01-01",
                "10000",
                "1899",
                "2101-01-01",
                "0000",
                "-2022",
                "22",
                "2022-1",
                "2022-12-31T00:00:00Z",
                "2022-W01",
                "2022-365",
                "2022/12/31",
                "",
                "２０２２"
            })
    void refuses_days_that_do_not_exist(String text) {
        assertThatThrownBy(() -> EffectiveDay.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void takes_an_earliest_day_that_is_given_beside_it() {
        var day = EffectiveDay.parse("2022-12-31").withNotBefore(EffectiveDay.parse("2022-03"));
        assertThat(day).isEqualTo(new EffectiveDay(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 12, 31)));
        assertThatThrownBy(() -> day.withNotBefore(EffectiveDay.parse("2023")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
