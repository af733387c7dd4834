package org.zoneregistry.imports.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.http.body.StrictJson;

/** A file of line breaks alone needs little time and no memory. */
@QuarkusTest
class BlankLinesTest {

    private static final int LINES = 20_000_000;
    private static final long MOST_NANOS_EACH = 100;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    StrictJson json;

    /** That many line breaks, which are never in memory at once. */
    private static InputStream breaks() {
        return new InputStream() {
            private int left = LINES;

            @Override
            public int read() {
                return left-- > 0 ? '\n' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int read = Math.min(left, length);
                Arrays.fill(bytes, offset, offset + read, (byte) '\n');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {FileForm.CSV, FileForm.NDJSON})
    void twenty_million_are_skipped_in_little_time(String mediaType) throws Exception {
        byte[] header = mediaType.equals(FileForm.CSV)
                ? "entryId,zone,period,direction,businessForm,value\n".getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        var file = new SequenceInputStream(new ByteArrayInputStream(header), breaks());
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Lines lines = new FileForm(mediaType, false).open(file, json);
        assertThat(lines.next()).isNull();
        assertThat(lines.blank()).isEqualTo(LINES);
        assertThat(TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(TimeUnit.NANOSECONDS.toMillis(LINES * MOST_NANOS_EACH));
    }
}
