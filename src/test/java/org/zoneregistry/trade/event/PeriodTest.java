package org.zoneregistry.trade.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900", "2022", "2100", "2022-01", "2022-09", "2022-10", "2022-12"})
    void is_written_as_it_is_read(String text) {
        assertThat(Period.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22",
                "2022-",
                "2022-1",
                "2022-00",
                "2022-13",
                "1899",
                "2101-01",
                "0999",
                "２０２２",
                "2022-12-31"
            })
    void refuses_texts_that_are_no_period(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_month_lies_in_its_year() {
        assertThat(Period.parse("2022-12").wholeYear()).isEqualTo(Period.ofYear(2022));
    }
}
