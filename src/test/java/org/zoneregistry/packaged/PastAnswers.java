package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/**
 * Answers about the past, which never change. Requests with an immutable answer are repeated, and each later answer
 * must have the same bytes, or be a refusal.
 */
final class PastAnswers {

    private static final int READERS = 3;

    /** How many of the latest requests are repeated most often. */
    private static final int LATEST = 12;

    private final IntPredicate isRefusal;
    private final Map<String, String> given = new ConcurrentHashMap<>();
    private final List<String> watched = new CopyOnWriteArrayList<>();
    /** The first fault of each kind. */
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();

    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean goesOn;

    /** @param isRefusal the statuses of refusals, which may change later */
    PastAnswers(IntPredicate isRefusal) {
        this.isRefusal = isRefusal;
    }

    /** Repeats the request from now on. */
    void watch(String path) {
        watched.add(path);
    }

    /** Sends the request now, and returns the status. */
    int ask(PackagedRegistry registry, String path) {
        try {
            HttpResponse<String> answer = registry.get(path);
            look(path, answer);
            return answer.statusCode();
        } catch (IOException unanswered) {
            faults.putIfAbsent(path + " wasn't answered", unanswered.toString());
            return 0;
        }
    }

    /** Sends the request, which must be answered, and whose answer must never change from now on. */
    void keep(PackagedRegistry registry, String path) throws IOException {
        HttpResponse<String> answer = registry.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        given.putIfAbsent(path, answer.body());
        look(path, answer);
    }

    private void look(String path, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 200) {
            boolean isKept =
                    answer.headers().firstValue("Cache-Control").orElse("").contains("immutable");
            String before = isKept ? given.putIfAbsent(path, answer.body()) : given.get(path);
            if (before != null && !before.equals(answer.body())) {
                faults.putIfAbsent(
                        path + " has changed",
                        "from%n%s%nto%s%n%s"
                                .formatted(shortened(before), isKept ? " (immutable)" : "", shortened(answer.body())));
            }
        } else if (!isRefusal.test(answer.statusCode()) || !type.startsWith("application/problem+json")) {
            faults.putIfAbsent(path + " was answered " + answer.statusCode(), type + " " + answer.body());
        }
    }

    private static String shortened(String body) {
        return body.length() < 400 ? body : body.substring(0, 400) + " …";
    }

    /** Begins to repeat the watched requests. */
    void start(PackagedRegistry registry) {
        goesOn = true;
        for (int i = 0; i < READERS; i++) {
            readers.add(Thread.ofVirtual().start(() -> {
                while (goesOn) {
                    askForOne(registry);
                }
            }));
        }
    }

    private void askForOne(PackagedRegistry registry) {
        var random = ThreadLocalRandom.current();
        int size = watched.size();
        int from = random.nextInt(4) > 0 ? Math.max(0, size - LATEST) : 0;
        if (size > 0) {
            ask(registry, watched.get(random.nextInt(from, size)));
        }
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() throws InterruptedException {
        goesOn = false;
        for (Thread reader : readers) {
            reader.join();
        }
        readers.clear();
    }

    /** Fails if an answer has changed, or was neither an answer nor a refusal. */
    void proveUnchanged() {
        assertThat(Map.copyOf(faults)).as("answers that have changed").isEmpty();
    }
}
