package org.zoneregistry.imports.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes parts of gzip files by RFC 1952, with the optional fields of their headers. */
final class GzipFiles {

    static final int HEADER_CRC = 2;
    static final int EXTRA = 4;
    static final int NAME = 8;
    static final int COMMENT = 16;

    private GzipFiles() {}

    static byte[] part(byte[] text, int flags, int level) {
        var header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & EXTRA) != 0) {
            header.writeBytes(new byte[] {6, 0, 'A', 'p', 2, 0, 0, 7});
        }
        if ((flags & NAME) != 0) {
            header.writeBytes("a name.csv\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        if ((flags & COMMENT) != 0) {
            header.writeBytes("what it is\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        if ((flags & HEADER_CRC) != 0) {
            int crc = (int) crc(header.toByteArray());
            header.writeBytes(new byte[] {(byte) crc, (byte) (crc >> 8)});
        }
        header.writeBytes(deflated(text, level));
        header.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc(text))
                .putInt(text.length)
                .array());
        return header.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var file = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }

    private static byte[] deflated(byte[] text, int level) {
        try (var deflater = new Deflater(level, true)) {
            deflater.setInput(text);
            deflater.finish();
            byte[] folded = new byte[text.length + 64];
            return Arrays.copyOf(folded, deflater.deflate(folded));
        }
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
