package org.zoneregistry.packaged;

import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process of the application, started by a {@link Launch}. */
final class PackagedRegistry implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Process process;
    private final Path log;
    private volatile @Nullable String port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    PackagedRegistry(Path directory, Process process, Path log) {
        this.directory = directory;
        this.process = process;
        this.log = log;
    }

    /** Returns when it is ready. */
    void awaitReady() {
        await().atMost(PATIENCE).until(this::isReady);
    }

    /** Returns when it listens, ready or not. */
    void awaitListening() {
        await().atMost(PATIENCE).until(this::listens);
    }

    private boolean isReady() throws IOException {
        return listens() && get("/q/health/ready").statusCode() == 200;
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The registry ended:\n" + Files.readString(log));
        }
        return port().isPresent();
    }

    private Optional<String> port() {
        if (port == null) {
            var listening = LISTENING.matcher(logged());
            port = listening.find() ? listening.group(1) : null;
        }
        return Optional.ofNullable(port);
    }

    private String logged() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port().orElseThrow() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    JsonNode getJson(String path) throws IOException {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> post(String path, String key, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", key));
        return postWithoutKey(path, body, all.toArray(String[]::new));
    }

    HttpResponse<String> postWithoutKey(String path, String body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(uri(path));
        return send((headers.length == 0 ? request : request.headers(headers))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Its log so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** The value of a counter among its metrics; 0 before the first time. */
    double count(String counter) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + counter + " (.+)$")
                .matcher(get("/q/metrics").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    /** The size of the last signed checkpoint; 0 before the first. */
    long signed() throws IOException {
        HttpResponse<String> checkpoint = get("/v1/audit/checkpoint");
        return checkpoint.statusCode() == 200
                ? Long.parseLong(checkpoint.body().lines().toList().get(1))
                : 0;
    }

    /**
     * Sends it a signal.
     *
     * @param name as for {@code kill}
     */
    void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + exit);
        }
    }

    /** Asks it to shut down, and doesn't wait. */
    void tellToEnd() {
        process.destroy();
    }

    /** Waits until it has ended by itself, and returns its exit code. */
    int awaitEnd() {
        waitForEnd();
        return process.exitValue();
    }

    /** Kills the application; its database keeps running. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Kills the application and its database. */
    void killWithDatabase() throws IOException {
        kill();
        ProcessHandle postmaster =
                FaultyDatabase.postmaster(Launch.dataOf(directory).resolve("postgres/cluster"));
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Verifies its log, its tree, its checkpoints and its projections; all must be intact. */
    void verify() throws IOException {
        HttpResponse<String> started =
                post("/v1/audit/verifications", UUID.randomUUID().toString(), "");
        if (started.statusCode() != 202) {
            throw new AssertionError("A verification is answered " + started.statusCode() + ": " + started.body());
        }
        String address = URI.create(started.headers().firstValue("Location").orElseThrow())
                .getPath();
        JsonNode done = await().atMost(PATIENCE)
                .until(
                        () -> getJson(address),
                        job -> !"running".equals(job.path("state").asText()));
        if (!done.path("isWhole").booleanValue()) {
            throw new AssertionError("The registry is not whole: " + done);
        }
    }

    /** Ends the application in an orderly way, and its database with it. */
    @Override
    public void close() {
        tellToEnd();
        waitForEnd();
    }

    /** What its threads are doing; nothing if it is a binary. */
    private String threads() {
        try {
            Process asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unknown) {
            return unknown.toString();
        }
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                String threads = threads();
                process.destroyForcibly();
                throw new IllegalStateException("The registry did not end. Its log:\n" + logged() + "\n" + threads);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
