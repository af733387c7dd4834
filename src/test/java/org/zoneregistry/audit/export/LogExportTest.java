package org.zoneregistry.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.SimulatedLog;

class LogExportTest {

    private static final int EVENTS = 300;

    private final SimulatedLog log = new SimulatedLog();

    @BeforeEach
    void events() {
        for (int i = 0; i < EVENTS; i++) {
            log.append("Something", JsonNodeFactory.instance.objectNode().put("n", i), List.of());
        }
    }

    private AssertSubscriber<byte[]> export(long from, long to) {
        return new LogExport(log).lines(from, to).subscribe().withSubscriber(AssertSubscriber.create());
    }

    @Test
    void no_more_is_read_than_is_taken() {
        var parts = export(1, EVENTS);
        parts.request(1).assertNotTerminated();
        assertThat(parts.getItems()).hasSize(1);
        parts.request(10).assertCompleted();
        assertThat(parts.getItems()).hasSize(3);
    }

    @Test
    void an_export_that_can_not_go_on_fails_instead_of_ending() {
        export(1, EVENTS + 1).request(Long.MAX_VALUE).assertFailedWith(IllegalStateException.class, "no event 301");
    }

    @Test
    void an_empty_log_is_an_empty_file() {
        assertThat(export(1, 0).request(1).assertCompleted().getItems()).isEmpty();
    }
}
