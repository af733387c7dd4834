package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.zoneregistry.testing.Waiting.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the steps of docs/audit.md for an auditor, including verification without the registry. */
class AuditGuideIT {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private static final Path VERIFIER = Path.of("target/zone-registry-verifier.jar");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    /** The result of a command: its exit code and its output. */
    private record Run(int exit, String output) {}

    private Run run(Path home, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().merge("PATH", JAVA.toString(), (path, java) -> java + File.pathSeparator + path);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private Run verify(Path home, String... arguments) throws IOException, InterruptedException {
        return run(
                home,
                Program.ofJar(VERIFIER).command(List.of(), List.of(arguments)).toArray(String[]::new));
    }

    private boolean has(String tool) throws IOException, InterruptedException {
        return run(directory, "sh", "-c", "command -v " + tool).exit() == 0;
    }

    @Test
    void the_guide_works() throws Exception {
        for (String tool : List.of("bash", "curl", "openssl", "sha256sum", "od", "base64")) {
            assumeTrue(has(tool), tool + " is not there"); // .ci/run installs the tool
        }
        Path home = Files.createDirectory(directory.resolve("auditor"));
        try (PackagedRegistry registry =
                Launch.embedded(directory).withReferenceData().start()) {
            Run guide = run(home, "bash", "-euo", "pipefail", "-c", commands(registry));
            assertThat(guide.exit()).as(guide.output()).isZero();
            assertThat(guide.output())
                    .contains(
                            "Signature Verified Successfully",
                            "position 7 is in the log of the checkpoint",
                            "grown from",
                            "\"code\" : \"suzhou-industrial-park\"",
                            "live zones in all",
                            "proofs.json: OK")
                    .doesNotContain("NOT PROVED");
        }
    }

    @Test
    void the_verifier_works_without_the_registry() throws Exception {
        Path home = Files.createDirectory(directory.resolve("auditor"));
        try (PackagedRegistry registry = Launch.embedded(directory).start()) {
            var established = registry.post("/v1/zones", "one", """
                    {"code": "one", "name": {"en": "One"}, "type": "bonded-zone", "province": "CN-JS", \
                    "effectiveOn": "2010"}""");
            assertThat(established.statusCode()).as(established.body()).isEqualTo(201);
            await().until(() -> registry.get("/v1/audit/checkpoint").statusCode() == 200);
            save(registry, "/v1/audit/checkpoint", home.resolve("checkpoint.txt"));
            save(registry, "/v1/audit/key", home.resolve("key.txt"));
            save(registry, "/v1/audit/export", home.resolve("export.ndjson"));
        }
        String[] log = {"--log", "export.ndjson", "--checkpoint", "checkpoint.txt", "--key", "key.txt"};
        Run proved = verify(home, log);
        assertThat(proved.exit()).as(proved.output()).isZero();
        assertThat(proved.output()).startsWith("PROVED").doesNotContain("quarkus", "INFO");
        assertThat(home.resolve("data")).doesNotExist();

        Path export = home.resolve("export.ndjson");
        Files.writeString(export, Files.readString(export).replaceFirst("bonded-zone", "bonded-park"));
        Run refuted = verify(home, log);
        assertThat(refuted.exit()).isEqualTo(1);
        assertThat(refuted.output()).startsWith("NOT PROVED");
        assertThat(verify(home, "--log", "export.ndjson").exit()).isEqualTo(2);
    }

    private static void save(PackagedRegistry registry, String path, Path file) throws IOException {
        var answer = registry.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Files.writeString(file, answer.body());
    }

    private static String commands(PackagedRegistry registry) throws IOException {
        String all = COMMANDS.matcher(Files.readString(Path.of("docs/audit.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
        return all.replaceFirst("(?m)^registry=.*$", "registry=" + registry.uri(""))
                .replaceFirst("(?m)^verifier=.*$", "verifier=" + VERIFIER.toAbsolutePath());
    }
}
