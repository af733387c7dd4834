package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is out of memory ends, as docs/operations.md has it run, and the next one has all that it acknowledged. */
class OutOfMemoryIT {

    /** HotSpot's, for -XX:+ExitOnOutOfMemoryError. */
    private static final int EXIT_CODE = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void what_was_acknowledged_before_the_memory_ran_out_is_there_once() throws Exception {
        assumeFalse(Program.PACKAGED.isNative(), "a native binary takes no agent that eats its memory");
        Path hungry = directory.resolve("hungry");
        Load load = new Load();
        PackagedRegistry registry = Launch.embedded(directory)
                .with(
                        "-Xmx192m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-javaagent:" + MemoryEater.jar(directory) + "=" + hungry)
                .start();
        load.start(registry);
        load.awaitMore(200);
        Files.createFile(hungry);
        assertThat(registry.awaitEnd()).isEqualTo(EXIT_CODE);
        load.stop();
        try (PackagedRegistry next = Launch.embedded(directory).start()) {
            load.proveNothingLostNorDoubled(next);
        }
    }
}
