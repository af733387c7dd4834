package org.zoneregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final String REFUSAL = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}";

    /** After a reload in development mode, each answer with the status 400 became {@code unreadable-request}. */
    @Test
    void an_answer_of_reloaded_classes_is_not_taken_for_one_to_unreadable_bytes() {
        var channel = new EmbeddedChannel();
        Duration aMinute = Duration.ofMinutes(1);
        channel.pipeline()
                .addFirst(new Connection(channel, new Connections(new Patience(aMinute, aMinute, aMinute, 10))));
        Connection.reloaded(channel);
        channel.writeOutbound(Unpooled.copiedBuffer(REFUSAL, StandardCharsets.US_ASCII));
        ByteBuf sent = channel.readOutbound();
        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo(REFUSAL);
        sent.release();
        channel.finishAndReleaseAll();
    }
}
