package org.zoneregistry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

class ProgressEventsTest {

    private final ProgressEvents progress = new ProgressEvents(new ObjectMapper());

    private Cancellable watch() {
        return progress.answer(null, 1, Uni.createFrom().item(1), state -> false)
                .getEntity()
                .parts()
                .subscribe()
                .with(event -> {});
    }

    @Test
    void a_hundred_may_watch_and_another_when_one_has_gone() {
        List<Cancellable> watching = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                watching.add(watch());
            }
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(this::watch)
                    .satisfies(refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.OVERLOADED));
            watching.removeLast().cancel();
            watching.add(watch());
        } finally {
            watching.forEach(Cancellable::cancel);
        }
    }

    @Test
    void what_has_ended_is_told_once_whoever_watches() {
        List<String> events = progress.answer("running", 7, Uni.createFrom().<Integer>nothing(), state -> true)
                .getEntity()
                .parts()
                .map(event -> new String(event, UTF_8))
                .collect()
                .asList()
                .await()
                .indefinitely();
        assertThat(events).containsExactly("event: progress\nid: ended\ndata: 7\n\n");
    }

    @Test
    void whoever_has_seen_the_end_is_told_to_connect_no_more() {
        assertThat(progress.answer("ended", 7, Uni.createFrom().<Integer>nothing(), state -> true)
                        .getStatus())
                .isEqualTo(204);
    }
}
