package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.http.problem.ProblemException;

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
            application/*                            | application/json
            application/*;q=0.1, text/csv;q=0.11     | text/csv
            text/csv;q=0.001, application/json;q=0   | text/csv
            text/csv;q=1.000, application/json;q=0.9 | text/csv
            text/csv;q=2, application/json           | application/json
            text/csv;q=NaN, application/json;q=0.1   | application/json
            text/csv;q=1e1, application/json;q=0.1   | application/json
            text/csv;q=-1, application/json;q=0.1    | application/json
            text/csv;header=present;q=0.5            | text/csv
            text/csv ; q=0.2 , application/json;q=.1 | text/csv
            text/csv;a="x,application/json"          | text/csv
            text/csv;a="\\";q=0.1", image/png      | text/csv
            text/csv;Q=0.1, application/json;Q=0.2   | application/json
            */csv, text/csv                          | text/csv
            ,,text/csv,,                             | text/csv
            ''                                       | application/json
            ;;;,/                                    | application/json
            nonsense                                 | application/json
            application/json;q=x                     | application/json
            application/problem+json                 | application/json
            Application/Problem+JSON; charset=utf-8  | application/json
            application/problem+json;q=0             | application/json
            application/problem+json, text/csv;q=0.1 | text/csv
            text/csv, application/problem+json       | text/csv
            application/problem+json, nonsense       | application/json
            """)
    void chooses_what_the_client_likes_best(String header, String chosen) {
        assertThat(Accept.choose(List.of(header), "application/json", "text/csv"))
                .isEqualTo(chosen);
    }

    /** It is read on an event loop. */
    @ParameterizedTest
    @ValueSource(strings = {"\\\"", "\"", "\",", "a,", ",", "a/b;c=\"", "a/b;c=\"\";", ";", "\\"})
    @Timeout(5)
    void a_long_header_takes_no_time(String piece) {
        for (int i = 0; i < 20; i++) {
            String header = "\"" + piece.repeat(100_000 / piece.length());
            assertThat(Accept.choose(List.of(header, "text/csv"), "application/json", "text/csv"))
                    .isEqualTo("text/csv");
        }
    }

    @Test
    void several_header_lines_are_one_list() {
        assertThat(Accept.choose(List.of("application/json;q=0.1", "text/csv"), "application/json", "text/csv"))
                .isEqualTo("text/csv");
        assertThat(Accept.choose(List.of("", "text/csv"), "application/json", "text/csv"))
                .isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*;q=0",
                "application/*;q=0, text/csv;q=0.000",
                "image/png",
                "text/csv;q=0, garbage",
                "application/problem+json, image/png",
                "application/problem+json, */*;q=0"
            })
    void what_the_client_refuses_is_not_given(String header) {
        assertThatThrownBy(() -> Accept.choose(List.of(header), "application/json", "text/csv"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_problem_is_no_form_of_a_resource() {
        assertThat(Accept.choose(List.of("application/problem+json"), "text/csv"))
                .isEqualTo("text/csv");
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
