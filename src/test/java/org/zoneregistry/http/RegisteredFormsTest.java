package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.problem.Violation;

class RegisteredFormsTest {

    private final ObjectMapper json = new ObjectMapper();

    RegisteredFormsTest() {
        new RegisteredForms().customize(json);
    }

    private record Unregistered(String name) {}

    @Test
    void a_type_that_nobody_registers_is_neither_written_nor_read() {
        assertThatThrownBy(() -> json.writeValueAsString(List.of(new Unregistered("a"))))
                .hasMessageContaining("@RegisterForReflection");
        assertThatThrownBy(() -> json.readValue("{\"name\": \"a\"}", Unregistered.class))
                .hasMessageContaining("@RegisterForReflection");
    }

    @Test
    void a_type_that_says_so_or_that_a_resource_answers_with_is() throws Exception {
        assertThat(json.writeValueAsString(new Violation("/name", "must be given")))
                .isEqualTo("{\"pointer\":\"/name\",\"detail\":\"must be given\"}");
        assertThat(json.writeValueAsString(new ExampleBody.Name("a", null)))
                .as("a part of the body of a test's resource")
                .isEqualTo("{\"en\":\"a\",\"zh\":null}");
    }
}
