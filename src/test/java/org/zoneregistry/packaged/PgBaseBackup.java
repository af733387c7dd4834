package org.zoneregistry.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.postgres.EmbeddedPostgres;

/**
 * PostgreSQL's own program for base backups. The build does not include it; it must have the server's major version.
 */
final class PgBaseBackup {

    private static final String VERSION = "pg_basebackup (PostgreSQL) 18";

    private final Path program;

    private PgBaseBackup(Path program) {
        this.program = program;
    }

    /** The first suitable program on the path, if there is one. */
    static Optional<PgBaseBackup> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, "pg_basebackup"))
                .filter(Files::isExecutable)
                .map(PgBaseBackup::new)
                .filter(PgBaseBackup::fits)
                .findFirst();
    }

    private boolean fits() {
        return run("", "--version").startsWith(VERSION);
    }

    /** As in docs/operations.md: the cluster, and the files with its passwords. */
    void base(EmbeddedPostgres server, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        run(
                server.password("postgres"),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(server.port()),
                "-U",
                "postgres",
                "-D",
                to.resolve("cluster").toString(),
                "-X",
                "none",
                "-c",
                "fast");
        for (String password : List.of("password", "password.postgres", "password.registry_app")) {
            Files.copy(from.resolve(password), to.resolve(password));
        }
    }

    private String run(String password, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit + ": " + output);
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
