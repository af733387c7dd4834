package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://clerk:s%40fe+1@db.example:5433/registry?sslmode=require",
                "postgres://clerk:s%40fe+1@db.example:5433/registry?sslmode=require",
                "jdbc:postgresql://db.example:5433/registry?user=clerk&password=s%40fe+1&sslmode=require",
                "vertx-reactive:postgresql://clerk:s%40fe+1@db.example:5433/registry?sslmode=require",
                "  postgresql://clerk:s%40fe+1@db.example:5433/registry?sslmode=require\n",
            })
    void every_way_of_writing_gives_the_same_address(String text) {
        DatabaseAddress address = DatabaseAddress.parse(text);

        assertThat(address.reactiveUrl()).isEqualTo("postgresql://db.example:5433/registry?sslmode=require");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/registry?sslmode=require");
        assertThat(address.user()).isEqualTo("clerk");
        assertThat(address.password()).isEqualTo("s@fe+1");
    }

    @Test
    void credentials_may_be_left_out() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://[::1]/registry");

        assertThat(address.reactiveUrl()).isEqualTo("postgresql://[::1]/registry");
        assertThat(address.user()).isNull();
        assertThat(address.password()).isNull();
    }

    @Test
    void the_server_may_be_left_out() {
        assertThat(DatabaseAddress.parse("postgresql:///registry").jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost/registry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://clerk:secret@db/registry",
                "postgresql:registry-secret",
                "postgresql://clerk:secret@db",
                "postgresql://clerk:secret@db/",
                "postgresql://clerk:secret secret@db/registry",
                "",
            })
    void a_malformed_address_is_refused_without_showing_the_password(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
