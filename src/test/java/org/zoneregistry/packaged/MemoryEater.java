package org.zoneregistry.packaged;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A Java agent that uses all the memory of its process when a file appears. Then it fails. With {@code quietly:} or
 * {@code direct:} before the file it hides the failure, keeps the memory, of the heap or of direct buffers, and takes
 * what others release.
 */
public final class MemoryEater {

    static final String QUIETLY = "quietly:";
    static final String DIRECT = "direct:";

    private static final int CHUNK = 1 << 16;

    private MemoryEater() {}

    /** The JVM calls it before the application; the argument is the file. */
    public static void premain(String argument) {
        boolean direct = argument.startsWith(DIRECT);
        boolean quietly = direct || argument.startsWith(QUIETLY);
        Path file = Path.of(argument.replaceFirst("^(" + QUIETLY + "|" + DIRECT + ")", ""));
        Thread.ofPlatform().daemon().start(() -> {
            Deque<Object> eaten = new ArrayDeque<>();
            try {
                while (!Files.exists(file)) {
                    Thread.sleep(20);
                }
                while (!Thread.interrupted()) {
                    eat(eaten, direct, quietly);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void eat(Deque<Object> eaten, boolean direct, boolean quietly) throws InterruptedException {
        try {
            while (!Thread.interrupted()) {
                eaten.add(direct ? ByteBuffer.allocateDirect(CHUNK) : new byte[CHUNK]);
            }
        } catch (OutOfMemoryError full) {
            if (!quietly) {
                throw full;
            }
            Thread.sleep(20);
        }
    }

    /** Makes the jar of the agent. */
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
