package org.zoneregistry.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * A JVM cache of one start of the program, with which later starts take a third of the time (JEP 483, 514 and 515). It
 * is made once for a build; other callers wait meanwhile.
 */
final class StartUpCache {

    private static final Path CACHE = Path.of("target", "registry.aot").toAbsolutePath();

    private StartUpCache() {}

    /** The program with its cache. */
    static Program on(Program program) {
        try (var channel = FileChannel.open(
                        CACHE.resolveSibling("registry.aot.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || !Files.exists(CACHE) || changed(CACHE).compareTo(changed(program.file())) < 0) {
                learn(program);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return program.with(
                "-XX:AOTCache=" + CACHE,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0", // takes no time to map it
                "-Xlog:disable",
                "-Xlog:all=warning:stderr");
    }

    private static FileTime changed(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }

    private static void learn(Program program) throws IOException {
        Path learnt = CACHE.resolveSibling("registry.aot.new");
        Path directory = Files.createTempDirectory("start-up-cache");
        try (PackagedRegistry registry = Launch.embedded(program, directory)
                .withReferenceData()
                .with("-XX:AOTCacheOutput=" + learnt)
                .start()) {
            registry.get("/v1/statistics/briefing?year=2022");
            registry.verify();
        }
        Files.move(learnt, CACHE, StandardCopyOption.ATOMIC_MOVE);
    }
}
