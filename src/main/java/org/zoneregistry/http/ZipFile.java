package org.zoneregistry.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files in one zip file. The same files give the same bytes. */
public final class ZipFile {

    /** The earliest time that the format allows. All files have it, so that the same files give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ZipFile() {}

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Content {

        /** Writes everything, and leaves the stream open. */
        void to(OutputStream out) throws IOException;

        /** Finished bytes. */
        static Content of(byte[] bytes) {
            return out -> out.write(bytes);
        }
    }

    /** The zip file, with the files in the order of the map. */
    public static byte[] of(Map<String, Content> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                file.getValue().to(zip);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
