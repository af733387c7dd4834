package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void a_trace_has_an_id() {
        assertThat(TraceParent.traceId("00-" + TRACE + "-" + SPAN + "-01")).isEqualTo(TRACE);
    }

    @Test
    void a_later_version_may_have_more_parts() {
        assertThat(TraceParent.traceId("01-" + TRACE + "-" + SPAN + "-01-more")).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01"
            })
    void a_malformed_header_counts_as_absent(String header) {
        assertThat(TraceParent.traceId(header)).isNull();
    }
}
