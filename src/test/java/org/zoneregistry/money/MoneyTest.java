package org.zoneregistry.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Property
    boolean is_read_back_as_it_was_written(@ForAll @LongRange(min = 1, max = Money.LIMIT_FEN - 1) long fen) {
        return Money.parse(new Money(fen).toString()).equals(new Money(fen));
    }

    @Test
    void prints_two_decimals() {
        assertThat(Money.parse("198400000000")).hasToString("198400000000.00");
        assertThat(Money.parse("7.5")).hasToString("7.50");
        assertThat(Money.parse("0.01").fen()).isEqualTo(1);
        assertThat(Money.parse("999999999999999.99").fen()).isEqualTo(99_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.00",
                "-1",
                "+1",
                "1.234",
                "1e3",
                "1E3",
                "01",
                ".5",
                "1.",
                " 1",
                "1 ",
                "1,000",
                "1000000000000000",
                "NaN",
                "Infinity",
                "0x10",
                "１",
                "٣",
                "1\n"
            })
    void refuses_what_is_not_an_exact_amount(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
