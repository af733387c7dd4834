package org.zoneregistry.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NewKeyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return NewKeyCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void it_prints_a_key_in_the_form_of_a_key_file() {
        assertThat(run("registry.example/zones")).isZero();
        var key = KeyFile.parse(out.toString(StandardCharsets.UTF_8));
        assertThat(key.verifier().name().name()).isEqualTo("registry.example/zones");
        assertThat(err.size()).isZero();
    }

    @Test
    void each_key_is_another() {
        run("a");
        String first = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run("a");
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotEqualTo(first);
    }

    @Test
    void it_needs_a_name_that_a_key_can_have() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("with space")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }
}
