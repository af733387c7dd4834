package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data directory is full for a while. Every acknowledged command must be recorded once. */
class DiskFullIT {

    private static final Set<Integer> RETRY_LATER = Set.of(503);

    /** A disk for the process alone: a private mount, which needs no privileges. */
    private static final List<String> ON_A_SMALL_DISK =
            List.of("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=600m tmpfs \"$0\" && exec \"$@\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void a_full_disk_stops_recording_until_there_is_room_again() throws Exception {
        Path data = Files.createDirectory(Launch.dataOf(directory));
        List<String> launcher = new ArrayList<>(ON_A_SMALL_DISK);
        launcher.add(data.toString());
        assumeTrue(mayMount(launcher), "this system lets nobody but root mount");
        Load load = new Load();
        try (PackagedRegistry registry = Launch.embedded(directory).by(launcher).start()) {
            load.start(registry);
            load.awaitMore(100);
            // the root directory of the process
            Path filler = Path.of("/proc/" + registry.pid() + "/root" + data.toAbsolutePath() + "/filler");
            fill(filler);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !load.otherAnswers().isEmpty());
            assertThat(registry.get("/q/health/live").statusCode()).isEqualTo(200);
            Files.delete(filler);
            load.awaitMore(200);
            load.stop();
            assertThat(RETRY_LATER).containsAll(load.otherAnswers().keySet());
            load.proveNothingLostNorDoubled(registry);
        }
    }

    private static boolean mayMount(List<String> launcher) throws IOException, InterruptedException {
        var command = new ArrayList<>(launcher);
        command.add("true");
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream file = Files.newOutputStream(filler)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(filler)).isPositive();
        }
    }
}
