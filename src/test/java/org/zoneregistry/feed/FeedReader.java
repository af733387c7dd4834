package org.zoneregistry.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client of the live feed that reads server-sent events like a browser (WHATWG HTML, 9.2.6). */
public final class FeedReader implements Flow.Subscriber<String>, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Long> ids = new ArrayList<>(); // guarded by this
    private final List<String> data = new ArrayList<>(); // guarded by this
    private final Set<String> comments = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> connection = new CompletableFuture<>();
    private final boolean reads;

    private String id = "";
    private String message = "";
    private volatile String lastEventId = "";

    private FeedReader(boolean reads) {
        this.reads = reads;
    }

    /** Follows the feed at an address. */
    public static FeedReader follow(HttpClient client, URI feed, @Nullable String lastEventId) {
        return open(client, feed, lastEventId, true);
    }

    /** Opens the feed, but doesn't read it before {@link #read()}. */
    static FeedReader hesitate(HttpClient client, URI feed) {
        return open(client, feed, null, false);
    }

    private static FeedReader open(HttpClient client, URI feed, @Nullable String lastEventId, boolean reads) {
        var reader = new FeedReader(reads);
        var request = HttpRequest.newBuilder(feed).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var _ = client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(reader))
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        reader.onError(failure);
                    }
                });
        return reader;
    }

    void read() {
        connection.join().request(Long.MAX_VALUE);
    }

    /** The ids of the messages, in order. */
    public synchronized List<Long> ids() {
        return List.copyOf(ids);
    }

    /** The last of them; 0 before the first. */
    public synchronized long lastId() {
        return ids.isEmpty() ? 0 : ids.getLast();
    }

    /** The data of the first message. */
    synchronized JsonNode firstEvent() throws JsonProcessingException {
        return JSON.readTree(data.getFirst());
    }

    Set<String> comments() {
        return comments;
    }

    /** The id from which a browser would resume. */
    public String lastEventId() {
        return lastEventId;
    }

    /** Completes at an orderly end, and fails if the connection was lost. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (reads) {
            subscription.request(Long.MAX_VALUE);
        }
        connection.complete(subscription);
    }

    @Override
    public void onNext(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else if (line.startsWith("id: ")) {
            id = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
            message = line.substring("data: ".length());
        }
    }

    private synchronized void dispatch() {
        lastEventId = id;
        if (!message.isEmpty()) {
            ids.add(Long.valueOf(id));
            data.add(message);
        }
        message = "";
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(null);
    }

    @Override
    public void close() {
        var _ = connection.thenAccept(Flow.Subscription::cancel);
    }
}
