package org.zoneregistry.packaged;

import java.io.IOException;
import java.nio.file.Path;
import org.zoneregistry.testing.OncePerBuild;
import org.zoneregistry.testing.TestDirectories;

/**
 * A JVM cache of one start of the program, with which later starts take a third of the time (JEP 483, 514 and 515). It
 * is made once for a build.
 */
final class StartUpCache {

    private StartUpCache() {}

    /** The program with its cache. */
    static Program on(Program program) {
        Path cache = OncePerBuild.make("registry.aot", program.file(), learnt -> learn(program, learnt));
        return program.with(
                "-XX:AOTCache=" + cache,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0", // takes no time to map it
                "-Xlog:disable",
                "-Xlog:all=warning:stderr");
    }

    private static void learn(Program program, Path learnt) throws IOException {
        Path directory = TestDirectories.create("start-up-cache");
        try (PackagedRegistry registry = Launch.embedded(program, directory)
                .withReferenceData()
                .with("-XX:AOTCacheOutput=" + learnt)
                .start()) {
            registry.get("/v1/statistics/briefing?year=2022");
            registry.verify();
        }
    }
}
