package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the chapter "Backup and restore" of docs/operations.md for an operator. */
class RestoreGuideIT {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern CHAPTER = Pattern.compile("(?ms)^## Backup and restore\\n(.*?)^## ");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final String port = freePort();

    /** Ends what a failed command has left. */
    @AfterEach
    void end() throws IOException, InterruptedException {
        run("[ ! -f pid ] || kill $(cat pid) || true; sleep 2;"
                + " for p in data/postgres/cluster data/postgres/recovering/cluster; do"
                + " [ ! -f $p/postmaster.pid ] || kill -INT $(head -1 $p/postmaster.pid) || true; done");
    }

    @Test
    void the_guide_works() throws Exception {
        for (String tool : List.of("bash", "curl", "psql")) {
            assumeTrue(run("command -v " + tool) == 0, tool + " is not there"); // .ci/run installs the tool
        }
        List<String> guide = guide();
        assertThat(guide).hasSize(7);
        String script = String.join(
                "\n",
                guide.get(0),
                "establish() { curl -s -o answer.json -w '%{http_code}\\n' -X POST localhost:8080/v1/zones"
                        + " -H 'Content-Type: application/json' -H \"Idempotency-Key: $1\""
                        + " -d \"{\\\"code\\\": \\\"$1\\\","
                        + " \\\"name\\\": {\\\"en\\\": \\\"Zone\\\"}, \\\"type\\\": \\\"bonded-zone\\\","
                        + " \\\"province\\\": \\\"CN-JS\\\", \\\"effectiveOn\\\": \\\"2010\\\"}\"; }",
                guide.get(1),
                "echo $! > pid; echo before $(establish before-the-backup)",
                guide.get(2),
                "echo after $(establish after-the-backup)",
                // Everything is signed before the disk is lost.
                "until grep -qx 2 \"$backup/audit.checkpoint\"; do sleep 0.2; done",
                guide.get(3),
                "echo $! > pid; echo restored $(establish before-the-backup) $(establish after-the-backup)",
                guide.get(4),
                "sleep 1; moment=$(date -u '+%F %T.%N+00'); sleep 1; echo later $(establish later)",
                "until grep -qx 3 \"$backup/audit.checkpoint\"; do sleep 0.2; done",
                guide.get(5).replaceFirst("(?m)^moment=.*$", ""),
                "echo $! > pid; echo past $(establish again)",
                guide.get(6),
                "echo $! > pid; echo on $(establish later); kill $!; wait");
        script = script.replaceFirst("(?m)^registry=.*$", "registry='" + registry() + "'")
                .replaceFirst("(?m)^backup=.*$", "backup=" + directory.resolve("backup"))
                .replace(":8080", ":" + port);
        int exit = run("set -euo pipefail\n" + script);
        String output = Files.readString(directory.resolve("output.txt"));
        assertThat(exit).as(output).isZero();
        assertThat(output)
                .contains(
                        "before 201\n",
                        "after 201\n",
                        "Restored on timeline 2, up to the transaction of ",
                        "restored 201 201\n",
                        "\"isWhole\":true",
                        "later 201\n",
                        "Restored on timeline 3, up to the transaction of ",
                        "\"logSize\": 2",
                        "past 503\n",
                        "on 201\n");
        assertThat(directory.resolve("data/postgres/replaced/cluster")).isDirectory();
    }

    private static List<String> guide() throws IOException {
        var chapter = CHAPTER.matcher(Files.readString(Path.of("docs/operations.md")));
        assertThat(chapter.find()).isTrue();
        return COMMANDS.matcher(chapter.group(1))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String registry() {
        return String.join(" ", Program.packaged().command(List.of("-XX:TieredStopAtLevel=1"), List.of()));
    }

    private static String freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(probe.getLocalPort());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private int run(String commands) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", commands).directory(directory.toFile());
        builder.environment()
                .merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(), RestoreGuideIT::before);
        builder.environment().remove("REGISTRY_DATA_DIR"); // the guide has the directory of the default setting
        builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", port, "REGISTRY_REFERENCE_DATA", "false"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static String before(String path, String java) {
        return java + File.pathSeparator + path;
    }
}
