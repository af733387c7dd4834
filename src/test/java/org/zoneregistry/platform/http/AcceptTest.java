package org.zoneregistry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.platform.http.problem.ProblemException;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                      | application/json
            application/json                         | application/json
            text/csv                                 | text/csv
            TEXT/CSV                                 | text/csv
            text/*                                   | text/csv
            text/csv;q=0.5, application/json;q=0.4   | text/csv
            text/csv, */*                            | application/json
            text/csv, */*;q=0.1                      | text/csv
            application/json;q=0, */*                | text/csv
            text/html, */*;q=0.8                     | application/json
            broken, text/csv                         | text/csv
            """)
    void chooses_what_the_client_likes_best(String header, String chosen) {
        assertThat(Accept.choose(List.of(header), "application/json", "text/csv"))
                .isEqualTo(chosen);
    }

    @Test
    void takes_the_first_without_a_header() {
        assertThat(Accept.choose(List.of(), "application/json", "text/csv")).isEqualTo("application/json");
    }

    @Test
    void says_so_where_nothing_fits() {
        assertThatThrownBy(() -> Accept.choose(List.of("image/png", "text/csv;q=0"), "application/json", "text/csv"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not-acceptable");
    }
}
