package org.zoneregistry.projections;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the binary format of COPY (PostgreSQL's documentation, COPY, "Binary Format"). The columns of each row
 * are written in the order in which they were named.
 */
public final class CopiedRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEN_THOUSAND = 10_000;

    /** A long has at most five digits in base 10,000; 2^127 has ten. */
    private static final int MOST_DIGITS = 10;

    private final OutputStream out;
    private final int columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private final short[] digits = new short[MOST_DIGITS];

    /** Writes the header. */
    public CopiedRows(OutputStream out, int columns) throws IOException {
        this.out = out;
        this.columns = columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row. */
    public void row() throws IOException {
        room(Short.BYTES).putShort((short) columns);
    }

    /** A column of the type bigint. */
    public void bigint(long value) throws IOException {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    /** A column of the type bigint, or null. */
    public void bigint(@Nullable Long value) throws IOException {
        if (value == null) {
            absent();
        } else {
            bigint(value.longValue());
        }
    }

    /** A column of the type integer. */
    public void integer(int value) throws IOException {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    /** A column of the type smallint. */
    public void smallint(int value) throws IOException {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
    }

    /** A column of the type boolean. */
    public void bool(boolean value) throws IOException {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    }

    /** A column of the type date. */
    public void date(LocalDate value) throws IOException {
        integer(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, value)));
    }

    /** A column of the type timestamptz, in microseconds. */
    public void timestamptz(Instant value) throws IOException {
        bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /** A column of the type text, or of an enumeration. */
    public void text(@Nullable String value) throws IOException {
        if (value == null) {
            absent();
        } else {
            utf8(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A column of the type text, as UTF-8. */
    public void utf8(byte[] value) throws IOException {
        room(Integer.BYTES).putInt(value.length);
        if (value.length > buffer.remaining()) {
            flush();
        }
        if (value.length > buffer.remaining()) {
            out.write(value);
        } else {
            buffer.put(value);
        }
    }

    /** A column of the type numeric: an unsigned whole number of up to 127 bits. */
    public void numeric(long high, long low) throws IOException {
        int count = 0;
        if (high == 0 && low >= 0) {
            for (long rest = low; rest > 0; rest /= TEN_THOUSAND) {
                digits[count++] = (short) (rest % TEN_THOUSAND);
            }
        } else {
            var rest = new BigInteger(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(high)
                    .putLong(low)
                    .array());
            if (rest.signum() < 0) {
                throw new IllegalArgumentException(rest + " is negative.");
            }
            var base = BigInteger.valueOf(TEN_THOUSAND);
            for (; rest.signum() > 0; rest = rest.divide(base)) {
                digits[count++] = rest.mod(base).shortValue();
            }
        }
        int trailing = 0;
        while (trailing < count && digits[trailing] == 0) {
            trailing++;
        }
        room(Integer.BYTES + (4 + MOST_DIGITS) * Short.BYTES)
                .putInt((4 + count - trailing) * Short.BYTES)
                .putShort((short) (count - trailing))
                .putShort((short) (count == 0 ? 0 : count - 1)) // weight of the first digit
                .putShort((short) 0) // positive
                .putShort((short) 0); // no decimals
        for (int digit = count - 1; digit >= trailing; digit--) {
            buffer.putShort(digits[digit]);
        }
    }

    /** A column with the value null. */
    public void absent() throws IOException {
        room(Integer.BYTES).putInt(-1);
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Writes the trailer, and ends the copy. */
    @Override
    public void close() throws IOException {
        room(Short.BYTES).putShort((short) -1);
        flush();
        out.close();
    }
}
