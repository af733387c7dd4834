package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that can't be true is refused as such, and not taken for a fault of its issuer. */
class TokenRulesTest {

    private static String token(String expires) {
        return part("{\"alg\": \"ES256\", \"typ\": \"at+jwt\"}") + '.'
                + part("{\"iss\": \"https://issuer.example\", \"sub\": \"li\", \"exp\": " + expires + "}") + ".x";
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
}
