package org.zoneregistry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

class CatchUpTest {

    private static final FeedFilter ANY = new FeedFilter(Set.of(), Set.of());

    private final List<Long> begun = new ArrayList<>();
    private final List<CompletableFuture<List<StoredEvent>>> running = new ArrayList<>();
    private final CatchUp catchUp = new CatchUp(slowLog(), FeedSettings.DEFAULT);

    @Test
    void what_a_subscriber_that_has_gone_asked_for_is_not_read() {
        int atOnce = FeedSettings.DEFAULT.readsAtOnce();
        for (int i = 0; i < atOnce; i++) {
            catchUp.read(i, 1_000, ANY, () -> false);
        }
        var hasGone = new AtomicBoolean();
        catchUp.read(501, 1_000, ANY, hasGone::get);
        catchUp.read(502, 1_000, ANY, () -> false);
        hasGone.set(true);

        running.getFirst().complete(List.of());

        assertThat(begun).hasSize(atOnce + 1).contains(502L).doesNotContain(501L);
        assertThat(catchUp.reads()).isEqualTo(atOnce + 1L);
    }

    private EventLog slowLog() {
        return (EventLog) java.lang.reflect.Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("readMatching")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    begun.add((Long) arguments[0]);
                    var answer = new CompletableFuture<List<StoredEvent>>();
                    running.add(answer);
                    return answer;
                });
    }
}
