package org.zoneregistry.packaged;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Acknowledged commands are recorded once, even if the application is killed. {@code -Dkills=50} makes it a long test,
 * in which every second kill includes the database.
 */
class KillUnderLoadIT {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int MOST_BEFORE = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void every_acknowledged_command_is_there_once_however_often_the_registry_is_killed() throws Exception {
        Load load = new Load();
        Random random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            PackagedRegistry registry = Launch.embedded(directory).start();
            load.start(registry);
            load.awaitMore(1 + random.nextInt(MOST_BEFORE));
            if (kill % 2 == 0) {
                registry.kill();
            } else {
                registry.killWithDatabase();
            }
            load.stop();
        }
        try (PackagedRegistry registry = Launch.embedded(directory).start()) {
            load.proveNothingLostNorDoubled(registry);
        }
    }
}
