package org.zoneregistry.audit.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredBytes;

/** Events as lines: the stored bytes, which contain no line feeds, and a line feed after each. */
@Singleton
final class LogExport {

    /** Small enough for memory, and large enough to make reads efficient. */
    private static final int BATCH = 128;

    private final EventLog log;

    LogExport(EventLog log) {
        this.log = log;
    }

    /**
     * The lines of the events between two positions, both included, in batches, on demand. Fails if an event is
     * missing, so that no reader takes a part for the whole.
     */
    Multi<byte[]> lines(long from, long to) {
        if (from > to) {
            return Multi.createFrom().empty();
        }
        var done = new AtomicLong(from - 1);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .completionStage(() -> log.readBytes(done.get(), to, BATCH))
                        .map(events -> {
                            if (events.isEmpty()) {
                                throw new IllegalStateException("The log has no event " + (done.get() + 1) + ".");
                            }
                            done.addAndGet(events.size());
                            return lines(events);
                        }))
                .whilst(lines -> done.get() < to);
    }

    private static byte[] lines(List<StoredBytes> events) {
        int length = events.stream().mapToInt(event -> event.length() + 1).sum();
        var lines = new ByteArrayOutputStream(length);
        for (StoredBytes event : events) {
            lines.writeBytes(event.toByteArray());
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
