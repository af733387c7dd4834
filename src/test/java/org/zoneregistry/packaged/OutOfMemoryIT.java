package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.process.OutOfMemory;

/** A registry without memory ends, for any way of starting it, and the next one has everything that it acknowledged. */
class OutOfMemoryIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void what_was_acknowledged_before_the_memory_ran_out_is_there_once() throws Exception {
        Load load = new Load();
        endsAtOnce(load, ""); // its database keeps running
        try (PackagedRegistry next = Launch.embedded(directory).start()) {
            load.proveNothingLostNorDoubled(next);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MemoryEater.QUIETLY, MemoryEater.DIRECT})
    void memory_that_is_gone_and_of_which_nobody_says_anything_ends_it_too(String how) throws Exception {
        endsAtOnce(new Load(), how).killWithDatabase();
    }

    @Test
    void it_ends_in_the_same_way_where_the_jvm_is_told_to() throws Exception {
        endsAtOnce(new Load(), "", "-XX:+ExitOnOutOfMemoryError").killWithDatabase();
    }

    private PackagedRegistry endsAtOnce(Load load, String how, String... options) throws Exception {
        assumeFalse(Program.packaged().isNative(), "a native binary takes no agent that eats its memory");
        Path hungry = directory.resolve("hungry");
        PackagedRegistry registry = Launch.embedded(directory)
                .with("-Xmx192m", "-javaagent:" + MemoryEater.jar(directory) + "=" + how + hungry)
                .with(options)
                .start();
        load.start(registry);
        load.awaitMore(200);
        try {
            Files.createFile(hungry);
            assertThat(registry.awaitEnd()).isEqualTo(OutOfMemory.EXIT_CODE);
        } finally {
            load.stop();
        }
        return registry;
    }
}
