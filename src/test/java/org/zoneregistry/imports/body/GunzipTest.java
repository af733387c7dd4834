package org.zoneregistry.imports.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.imports.body.GzipFiles.COMMENT;
import static org.zoneregistry.imports.body.GzipFiles.EXTRA;
import static org.zoneregistry.imports.body.GzipFiles.HEADER_CRC;
import static org.zoneregistry.imports.body.GzipFiles.NAME;
import static org.zoneregistry.imports.body.GzipFiles.joined;
import static org.zoneregistry.imports.body.GzipFiles.part;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every byte of a file belongs to one of its parts, or is reported as an error. */
class GunzipTest {

    private static final int[] HEADERS = {0, NAME, EXTRA | NAME | COMMENT | HEADER_CRC};

    /**
     * A file in parts.
     *
     * @param texts the content of each part
     * @param parts the bytes of each part, with those after it
     */
    record Sample(String name, List<String> texts, List<byte[]> parts) {

        byte[] file() {
            return joined(parts.toArray(byte[][]::new));
        }

        /** The content of the first parts. */
        String text(int count) {
            return String.join("", texts.subList(0, Math.min(count, texts.size())));
        }

        /** How many bytes the first parts have. */
        int length(int count) {
            return parts.subList(0, count).stream()
                    .mapToInt(part -> part.length)
                    .sum();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> samples() {
        List<String> texts = List.of("entryId,zone\nA1,x\n", "A2,x\nA3,", "y\nA4,zz\n");
        var samples = new java.util.ArrayList<Sample>();
        for (int count = 1; count <= 3; count++) {
            for (int flags : HEADERS) {
                for (int padding : new int[] {0, 5}) {
                    List<byte[]> parts = new java.util.ArrayList<>();
                    for (String text : texts.subList(0, count)) {
                        byte[] part = part(text.getBytes(UTF_8), flags, parts.size() % 2 == 0 ? 9 : 0);
                        parts.add(joined(part, new byte[padding]));
                    }
                    samples.add(new Sample(
                            count + " parts, flags " + flags + ", padding " + padding, texts.subList(0, count), parts));
                }
            }
        }
        return samples;
    }

    /** The text that was read, and the failure at its end. */
    private record Outcome(String text, String failure) {}

    private static Outcome unpack(byte[] file) throws IOException {
        var text = new ByteArrayOutputStream();
        try (InputStream in = new Gunzip(new Trickle(file))) {
            in.transferTo(text);
            return new Outcome(text.toString(UTF_8), "");
        } catch (ZipException damaged) {
            return new Outcome(text.toString(UTF_8), String.valueOf(damaged.getMessage()));
        }
    }

    /** Returns pieces of random size. */
    private static final class Trickle extends ByteArrayInputStream {

        private final Random random = new Random(3);

        Trickle(byte[] file) {
            super(file);
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(9)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_whole_file_is_read(Sample sample) throws IOException {
        assertThat(unpack(sample.file())).isEqualTo(new Outcome(sample.text(3), ""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_file_that_is_cut_off_is_damaged_except_at_the_end_of_a_part(Sample sample) throws IOException {
        byte[] file = sample.file();
        for (int length = 0; length < file.length; length++) {
            int whole = 0;
            while (whole < sample.parts().size()
                    && length
                            >= sample.length(whole + 1) - padding(sample.parts().get(whole))) {
                whole++;
            }
            boolean isEnd = whole > 0 && length <= sample.length(whole);
            Outcome outcome = unpack(Arrays.copyOf(file, length));
            assertThat(outcome.text()).as("%d bytes", length).isEqualTo(sample.text(whole));
            if (isEnd) {
                assertThat(outcome.failure()).as("%d bytes", length).isEmpty();
            } else {
                assertThat(outcome.failure())
                        .as("%d bytes", length)
                        .startsWith("part " + (whole + 1) + ", at byte " + length + ": ");
            }
        }
    }

    private static int padding(byte[] part) {
        return part.length >= 5 && Arrays.equals(part, part.length - 5, part.length, new byte[5], 0, 5) ? 5 : 0;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_changed_byte_is_found_or_has_no_effect_on_the_text(Sample sample) throws IOException {
        byte[] file = sample.file();
        for (int at = 0; at < file.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) (1 << bit);
                assertSound(sample, at, unpack(damaged));
            }
            byte[] more = joined(Arrays.copyOf(file, at), new byte[] {'x'}, Arrays.copyOfRange(file, at, file.length));
            assertSound(sample, at, unpack(more));
            byte[] less = joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + 1, file.length));
            assertSound(sample, at, unpack(less));
        }
    }

    /** Either everything is given out, or whole parts before the damage and a message. */
    private static void assertSound(Sample sample, int at, Outcome outcome) {
        if (outcome.failure().isEmpty()) {
            assertThat(outcome.text()).as("byte %d", at).isEqualTo(sample.text(3));
            return;
        }
        assertThat(outcome.failure()).matches("part [1-9], at byte [0-9]+: .+");
        int whole = 0;
        while (whole < sample.parts().size() && at >= sample.length(whole + 1)) {
            whole++;
        }
        assertThat(outcome.text()).as("byte %d", at).isIn(sample.text(whole), sample.text(whole + 1));
    }

    @Test
    void all_bytes_after_the_last_part_are_damage_except_zero_bytes() throws IOException {
        byte[] part = part("a\n".getBytes(UTF_8), 0, 9);
        for (int behind = 1; behind < 256; behind++) {
            Outcome outcome = unpack(joined(part, new byte[3], new byte[] {(byte) behind}));
            assertThat(outcome.text()).isEqualTo("a\n");
            assertThat(outcome.failure()).startsWith("part 2, at byte " + (part.length + 4) + ": ");
        }
        assertThat(unpack(joined(part, new byte[100_000]))).isEqualTo(new Outcome("a\n", ""));
        assertThat(unpack(joined(part, new byte[100_000], part))).isEqualTo(new Outcome("a\na\n", ""));
        assertThat(unpack(joined(new byte[1], part)).failure()).contains("does not begin as gzip does");
    }

    @Test
    void a_damaged_part_that_is_too_long_to_hold_is_reported_as_such() throws IOException {
        byte[] text = new byte[3 * Gunzip.MOST_HELD];
        new Random(5).nextBytes(text);
        byte[] file = part(text, 0, Deflater.NO_COMPRESSION);
        file[file.length - 5] ^= 1;
        var unpacked = new ByteArrayOutputStream();
        try (InputStream in = new Gunzip(new ByteArrayInputStream(file))) {
            assertThatThrownBy(() -> in.transferTo(unpacked))
                    .isInstanceOf(ZipException.class)
                    .hasMessageContaining("may differ from the file");
            assertThatThrownBy(in::read).isInstanceOf(ZipException.class);
        }
        assertThat(unpacked.size()).isLessThan(text.length);
        assertThat(Arrays.mismatch(unpacked.toByteArray(), text)).isEqualTo(unpacked.size());
    }

    @Test
    void very_many_empty_parts_are_skipped() throws IOException {
        byte[] nothing = part(new byte[0], 0, 9);
        byte[] many = new byte[100_000 * nothing.length];
        for (int i = 0; i < 100_000; i++) {
            System.arraycopy(nothing, 0, many, i * nothing.length, nothing.length);
        }
        try (InputStream in = new Gunzip(new ByteArrayInputStream(joined(many, part("a".getBytes(UTF_8), 0, 9))))) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("a");
        }
    }

    /** The JDK's own reader takes it for the end of the file. */
    @Test
    void a_connection_that_is_lost_within_a_header_stays_lost() {
        byte[] file = joined(part("a\n".getBytes(UTF_8), 0, 9), part("b\n".getBytes(UTF_8), NAME, 9));
        int first = part("a\n".getBytes(UTF_8), 0, 9).length;
        for (int length = 0; length < file.length; length++) {
            byte[] some = Arrays.copyOf(file, length);
            var broken = new InputStream() {
                private int at;

                @Override
                public int read() throws IOException {
                    if (at == some.length) {
                        throw BrokenOffException.stopped("gone");
                    }
                    return some[at++] & 0xFF;
                }

                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    bytes[offset] = (byte) read();
                    return 1;
                }
            };
            var unpacked = new ByteArrayOutputStream();
            assertThatThrownBy(() -> new Gunzip(broken).transferTo(unpacked)).isInstanceOf(BrokenOffException.class);
            assertThat(unpacked.toString(UTF_8)).isEqualTo(length >= first ? "a\n" : "");
        }
    }
}
