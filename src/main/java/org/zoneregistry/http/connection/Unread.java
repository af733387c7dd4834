package org.zoneregistry.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.Instants;
import org.zoneregistry.http.problem.ProblemAnswers;

/**
 * Answers to bytes that can't be read as a request. Vert.x answers them with only a status (501 for an unknown version
 * of HTTP), and no route sees them.
 */
final class Unread {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[0-9][.][0-9] (400|414|431|501) ");
    private static final int LONGEST_STATUS_LINE = 13;

    private Unread() {}

    /**
     * The same refusal with a problem as its body.
     *
     * @param bytes the bytes to be sent when no request has begun
     * @return empty if the bytes are not such a refusal
     */
    static Optional<ByteBuf> explained(ByteBuf bytes) {
        String begin = bytes.toString(
                bytes.readerIndex(), Math.min(LONGEST_STATUS_LINE, bytes.readableBytes()), StandardCharsets.US_ASCII);
        var line = STATUS_LINE.matcher(begin);
        if (!line.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (line.group(1)) {
                    case "414" -> answer("414 URI Too Long", ProblemType.ADDRESS_TOO_LONG);
                    case "431" -> answer("431 Request Header Fields Too Large", ProblemType.HEADERS_TOO_LARGE);
                    default -> answer("400 Bad Request", ProblemType.UNREADABLE_REQUEST);
                });
    }

    private static ByteBuf answer(String status, ProblemType type) {
        Instant now = CDI.current().select(InstantSource.class).get().instant();
        byte[] body = ProblemAnswers.unread(type);
        String head = "HTTP/1.1 " + status + "\r\nDate: " + Instants.httpDate(now) + "\r\nContent-Type: "
                + ProblemAnswers.MEDIA_TYPE + "\r\nCache-Control: no-store\r\n"
                + Exchanges.FOR_BROWSERS.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
        return Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body);
    }
}
