package org.zoneregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Stages of a Uni are called as they are. */
@QuarkusTest
class ContextPropagationTest {

    @Test
    void no_stage_is_wrapped() {
        Function<Integer, Integer> stage = number -> number + 1;
        assertThat(Infrastructure.decorate(stage)).isSameAs(stage);
    }
}
