package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that can't be true is refused as such, and not taken for a fault of its issuer. */
class TokenRulesTest {

    private static String token(String expires) {
        return claiming("\"sub\": \"li\", \"exp\": " + expires);
    }

    private static String claiming(String claims) {
        return part("{\"alg\": \"ES256\", \"typ\": \"at+jwt\"}") + '.'
                + part("{\"iss\": \"https://issuer.example\", " + claims + "}") + ".x";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "-1000000000000000000", "9223372036854775807"})
    void no_token_ends_outside_of_time(String expires) {
        assertThatThrownBy(() -> TokenRules.caller(token(expires))).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void another_end_is_read() {
        assertThat(TokenRules.caller(token("1700000000")).expiresAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tab\\tx", "nul\\u0000x", "\\ud800alone", "名字"})
    void a_subject_is_printable_ascii(String subject) {
        assertRefused("\"exp\": 1700000000, \"sub\": \"" + subject + "\"");
    }

    @Test
    void a_subject_has_at_most_255_characters() {
        assertThat(TokenRules.caller(claiming("\"exp\": 1700000000, \"sub\": \"" + "s".repeat(255) + "\""))
                        .subject())
                .hasSize(255);
        assertRefused("\"exp\": 1700000000, \"sub\": \"" + "s".repeat(256) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refresh", "ID", "Offline"})
    void a_token_for_something_else_is_no_access_token_whatever_its_header_says(String type) {
        assertRefused("\"exp\": 1700000000, \"sub\": \"li\", \"typ\": \"" + type + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "{\"a\": \"reporter\"}", "[7]", "[[\"reporter\"]]", "[\"reporter\", null]"})
    void a_list_has_texts(String list) {
        for (String claim : List.of("roles", "zones", "provinces")) {
            assertRefused("\"exp\": 1700000000, \"sub\": \"li\", \"" + claim + "\": " + list);
        }
    }

    @Test
    void an_empty_list_of_places_is_no_place_and_not_everywhere() {
        Caller nowhere = TokenRules.caller(claiming("\"exp\": 1700000000, \"sub\": \"li\", \"zones\": []"));
        assertThat(nowhere.limit(Scope.ZONES, true)).isEqualTo(Limit.NOWHERE);
        Caller unlimited = TokenRules.caller(token("1700000000"));
        assertThat(unlimited.limit(Scope.ZONES, true)).isEqualTo(Limit.NONE);
    }

    private static void assertRefused(String claims) {
        assertThatThrownBy(() -> TokenRules.caller(claiming(claims))).isInstanceOf(AuthenticationFailedException.class);
    }
}
