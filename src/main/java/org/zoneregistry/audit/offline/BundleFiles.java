package org.zoneregistry.audit.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zoneregistry.audit.evidence.EvidenceFiles;

/**
 * The files of a bundle, in memory: exactly the expected ones, each with a limited size. Nothing is written to disk.
 */
record BundleFiles(String name, Map<String, byte[]> files) {

    /** Larger than the history of any zone. */
    static final int LARGEST = 64 << 20;

    static BundleFiles read(Path path) throws IOException, NotProvedException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!EvidenceFiles.HASHED.contains(entry.getName())
                        && !entry.getName().equals(EvidenceFiles.MANIFEST)) {
                    throw broken(path, "It has a file that is none of a bundle's: " + shown(entry.getName()) + ".");
                }
                if (files.put(entry.getName(), content(path, zip, entry)) != null) {
                    throw broken(path, "It has " + entry.getName() + " twice.");
                }
            }
        } catch (ZipException broken) {
            throw broken(path, "It is no zip file: " + shown(String.valueOf(broken.getMessage())) + ".");
        }
        for (String expected : all()) {
            if (!files.containsKey(expected)) {
                throw broken(path, "It has no " + expected + ".");
            }
        }
        return new BundleFiles(path.toString(), files);
    }

    private static List<String> all() {
        return Stream.concat(EvidenceFiles.HASHED.stream(), Stream.of(EvidenceFiles.MANIFEST))
                .toList();
    }

    /** Counts the unpacked bytes, because the entry's declared size may be wrong. */
    private static byte[] content(Path path, ZipFile zip, ZipEntry entry) throws IOException, NotProvedException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw broken(path, "Its " + entry.getName() + " is larger than 64 MiB.");
            }
            return content;
        }
    }

    private static String shown(String name) {
        String printable = name.replaceAll("[^ -~]", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    }

    private static NotProvedException broken(Path path, String what) {
        return new NotProvedException(Failure.of(
                path.toString(),
                what,
                "Fetch the evidence again with GET /v1/audit/evidence/zones/{code}, and keep it unchanged."));
    }

    byte[] bytes(String file) {
        return Objects.requireNonNull(files.get(file));
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The name of the file in a failure. */
    String where(String file) {
        return name + ", " + file;
    }
}
