package org.zoneregistry.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs PostgreSQL's programs and waits for them.
 *
 * <p>They refuse to run as root. If the registry runs as root, it starts them in a user namespace without mapped users
 * ({@code unshare -U}). There they run as nobody, but for the file system they are still the owner of the data.
 */
final class Programs {
    private final Path home;
    private final List<String> prefix;

    private Programs(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** @throws PostgresUnavailableException for root, if no user namespace is available */
    static Programs forThisUser(Path home) throws IOException {
        if (!isRoot()) {
            return new Programs(home, List.of());
        }
        Programs unshared = new Programs(home, List.of("unshare", "-U"));
        String advice = "PostgreSQL refuses to run as root, and `unshare -U` doesn't work here (%s):"
                + " run the registry as another user, or set REGISTRY_DB_URL.";
        try {
            Result version = unshared.run("postgres", "--version");
            if (version.exitCode() != 0) {
                throw new PostgresUnavailableException(advice.formatted(version.lastLine()));
            }
        } catch (IOException noUnshare) {
            throw new PostgresUnavailableException(advice.formatted(noUnshare.getMessage()), noUnshare);
        }
        return unshared;
    }

    /** Runs a program to its end. Its two outputs are merged. */
    Result run(String program, String... arguments) throws IOException {
        return runWith("", program, arguments);
    }

    /** The same, with input for the program. */
    Result runWith(String input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS and similar variables are the user's, for other servers.
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try {
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, interrupted);
        }
    }

    private static boolean isRoot() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return System.getProperty("user.name", "").equals("root");
        }
        // "Uid:" has the real, effective, saved and file system user.
        return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                .anyMatch(line -> line.startsWith("Uid:") && line.split("\\s+", -1)[2].equals("0"));
    }

    /** The exit code and the output of a program. */
    record Result(int exitCode, String output) {
        private static final Pattern SEVERE = Pattern.compile("(FATAL|PANIC|ERROR|error):");

        /** The line with the error: the last one with a severity, or else the last line. */
        String lastLine() {
            List<String> lines = output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.reversed().stream()
                    .filter(line -> SEVERE.matcher(line).find())
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no message" : lines.getLast());
        }
    }
}
