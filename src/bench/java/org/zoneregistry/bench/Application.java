package org.zoneregistry.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.zoneregistry.testing.TestDatabase;

/**
 * The packaged application in a separate process, on a test's database: the native binary that
 * {@code -Dpackaged.binary} names, otherwise the jar of {@code ./mvnw package}.
 */
final class Application implements AutoCloseable {

    private static final String BINARY = System.getProperty("packaged.binary", "");
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final long PAUSE_NANOS = 100_000_000;

    private final Process process;
    private final URI address;

    private Application(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it without reference data, and returns when it listens.
     *
     * @param options of the JVM or the binary
     */
    static Application start(TestDatabase database, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(
                BINARY.isEmpty()
                        ? Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()
                        : BINARY);
        command.addAll(options);
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dregistry.reference-data=false"));
        if (BINARY.isEmpty()) {
            if (!Files.exists(JAR)) {
                throw new IllegalStateException("There is no " + JAR + ": ./mvnw package -DskipTests makes it.");
            }
            command.addAll(List.of("-jar", JAR.toString()));
        }
        Path log = Files.createTempFile("application", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("REGISTRY_ACCESS_OPEN", "true");
        builder.environment().put("REGISTRY_DB_URL", database.reactiveUrl());
        builder.environment().put("REGISTRY_DB_USER", database.user());
        builder.environment().put("REGISTRY_DB_PASSWORD", database.password());
        Process process = builder.start();
        while (process.isAlive()) {
            var listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                return new Application(process, URI.create("http://localhost:" + listening.group(1)));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("the application ended:\n" + Files.readString(log));
    }

    URI uri(String path) {
        return address.resolve(path);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** The status of its readiness check. */
    int ready(HttpClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri("/q/health/ready")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Ends it in an orderly way. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
