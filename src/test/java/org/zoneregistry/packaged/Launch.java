package org.zoneregistry.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.postgres.EmbeddedPostgres;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.testing.UnusedServer;

/**
 * How to run a registry: the program, the database and the options.
 *
 * @param program the program
 * @param launcher the beginning of a command that ends with the program's command
 * @param directory for its log, and for an embedded database
 * @param environment its database and its signing key
 * @param options of the JVM
 */
record Launch(
        Program program, List<String> launcher, Path directory, Map<String, String> environment, List<String> options) {

    static final String FAST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    /** Takes less processor time in short processes: only the faster compiler, and the simplest garbage collector. */
    static final List<String> SHORT_LIVED = List.of(FAST_COMPILER_ONLY, "-XX:+UseSerialGC");

    /** The packaged application on an embedded database in the directory, without reference data. */
    static Launch embedded(Path directory) {
        return embedded(Program.packaged(), directory);
    }

    /** The same with another program. */
    static Launch embedded(Program program, Path directory) {
        UnusedServer.in(dataOf(directory).resolve("postgres"));
        return new Launch(
                program,
                List.of(),
                directory,
                Map.of("REGISTRY_DATA_DIR", dataOf(directory).toString(), "REGISTRY_REFERENCE_DATA", "false"),
                SHORT_LIVED);
    }

    /** A node on a database that other nodes may use too. */
    static Launch on(TestDatabase database, Path directory, SignerKey key) {
        return on(database.reactiveUrl(), database.user(), database.password(), directory, key);
    }

    /** A node on a server's database. */
    static Launch on(EmbeddedPostgres server, Path directory, SignerKey key) {
        return on(server.reactiveUrl(), server.user(), server.password(), directory, key);
    }

    /** A node on the database at a URL. */
    static Launch on(String url, String user, String password, Path directory, SignerKey key) {
        return new Launch(
                Program.packaged(),
                List.of(),
                directory,
                Map.of(
                        "REGISTRY_DB_URL",
                        url,
                        "REGISTRY_DB_USER",
                        user,
                        "REGISTRY_DB_PASSWORD",
                        password,
                        "REGISTRY_AUDIT_KEY",
                        key.secret() + " " + key.verifier(),
                        "REGISTRY_ACCESS_OPEN",
                        "true",
                        "REGISTRY_REFERENCE_DATA",
                        "false"),
                SHORT_LIVED);
    }

    /** The directory of the embedded database, for a registry that is started in a directory. */
    static Path dataOf(Path directory) {
        return directory.resolve("data");
    }

    /** The same with another program. */
    Launch running(Program other) {
        return new Launch(other, launcher, directory, environment, options);
    }

    /** The same as the last part of another command. */
    Launch by(List<String> command) {
        return new Launch(program, command, directory, environment, options);
    }

    /** The same with additional options. */
    Launch with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Launch(program, launcher, directory, environment, all);
    }

    /** The same with the reference data. */
    Launch withReferenceData() {
        return with("-Dregistry.reference-data=true"); // it has priority over the environment
    }

    /** The same with its last checkpoint in {@code audit.checkpoint} in its directory. */
    Launch keepingCheckpoint() {
        return with("-Dregistry.audit.checkpoint-file=" + directory.resolve("audit.checkpoint"));
    }

    /** The same without a key to sign with. */
    Launch withoutKey() {
        return with("-Dregistry.audit.key="); // it has priority over the environment
    }

    /** The same as a small node, several of which fit on a machine. */
    Launch small() {
        return with("-Xmx256m");
    }

    /** Starts it on a free port, without waiting. */
    PackagedRegistry begin() throws IOException {
        Path log = Files.createTempFile(directory, "registry", ".log");
        List<String> command = new ArrayList<>(launcher);
        command.addAll(program.command(with("-Dquarkus.http.port=0").options, List.of()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new PackagedRegistry(directory, builder.start(), log);
    }

    /** Starts it. Returns when it is ready. */
    PackagedRegistry start() throws IOException {
        PackagedRegistry registry = begin();
        registry.awaitReady();
        return registry;
    }
}
