package org.zoneregistry.packaged;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A possible next version of the program: this one with the additions of {@code src/next}, a kind of event, a command,
 * a projection and a migration.
 */
final class NextVersion {

    private static final Path JAR = Path.of("target/next/quarkus-app/quarkus-run.jar");
    private static final int MINUTES = 8;

    private NextVersion() {}

    /** Builds it from the classes of this version, with the Maven that runs the tests. Takes half a minute or more. */
    static Program build() throws IOException, InterruptedException {
        copy(Path.of("target/classes"), Path.of("target/next/classes"));
        Path log = Files.createTempFile(Path.of("target"), "next-version-", ".log");
        String home = requireNonNull(System.getProperty("maven.home"), "maven.home, which Maven's test run sets");
        var maven = new ProcessBuilder(List.of(
                        Path.of(home, "bin", "mvn").toString(),
                        "--batch-mode",
                        "--offline", // the build of this version has just used the same artifacts
                        "-Pnext",
                        "-DskipStreams",
                        "-Dmaven.test.skip=true",
                        "-Dcyclonedx.skip=true", // checked for this version
                        "-Denforcer.skip=true",
                        "package"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", String.join(" ", Launch.SHORT_LIVED));
        Process build = maven.start();
        if (!build.waitFor(MINUTES, TimeUnit.MINUTES)) {
            build.destroyForcibly();
            throw new IllegalStateException("The next version isn't built after " + MINUTES + " minutes: " + log);
        }
        if (build.exitValue() != 0) {
            throw new IllegalStateException("The next version can't be built:\n" + Files.readString(log));
        }
        return Program.ofJar(JAR);
    }

    /** Keeps the times of the files, so that Maven does not compile them again. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
