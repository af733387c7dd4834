package org.zoneregistry.packaged;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A Java agent that takes all the memory of the process that it is in, once a file appears. */
public final class MemoryEater {

    private MemoryEater() {}

    /** Called by the JVM before the application; the argument is the file. */
    public static void premain(String file) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!Files.exists(Path.of(file))) {
                    Thread.sleep(20);
                }
            } catch (InterruptedException interrupted) {
                return;
            }
            Deque<byte[]> eaten = new ArrayDeque<>();
            do {
                eaten.add(new byte[1 << 16]);
            } while (eaten.getLast().length > 0);
        });
    }

    /** Packs it as the JVM takes it. */
    static Path jar(Path directory) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", MemoryEater.class.getName());
        Path jar = directory.resolve("memory-eater.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String entry = MemoryEater.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new ZipEntry(entry));
            try (var code = requireNonNull(MemoryEater.class.getClassLoader().getResourceAsStream(entry))) {
                code.transferTo(out);
            }
        }
        return jar;
    }
}
