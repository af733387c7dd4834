package org.zoneregistry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The directories for tests: in memory if there is room, otherwise under {@code target}. Measurements need a real disk:
 * they set the system property {@value #PARENT} to a directory.
 *
 * <p>A test run creates and deletes some hundred thousand files of databases. On some file systems this takes a third
 * of the processor time of the run.
 *
 * <p>All directories of a JVM are in one root, which is deleted when the JVM ends. The roots of killed JVMs are deleted
 * when the next one starts.
 */
public final class TestDirectories implements LauncherSessionListener, TempDirFactory {

    private static final String PARENT = "tests.directory";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 6L << 30;
    private static final String PREFIX = "zone-registry-tests-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Makes {@link TempDir} and the embedded database of the application use such directories. */
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.setProperty(TempDir.DEFAULT_FACTORY_PROPERTY_NAME, TestDirectories.class.getName());
        if (System.getProperty("registry.data-dir") == null) {
            System.setProperty("registry.data-dir", create("registry").toString());
        }
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
        return create("test");
    }

    /** A new directory. */
    public static Path create(String name) {
        try {
            return Files.createTempDirectory(Root.OF_THIS_JVM, name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Root {

        static final Path OF_THIS_JVM = make();

        private static Path make() {
            try {
                Path parent = parent();
                sweep(parent);
                Path root = Files.createTempDirectory(
                        parent, PREFIX + ProcessHandle.current().pid() + "-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteWhenUnused(root)));
                return root.toAbsolutePath();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Path parent() throws IOException {
            String chosen = System.getProperty(PARENT);
            if (chosen != null) {
                return Files.createDirectories(Path.of(chosen));
            }
            boolean inMemory =
                    Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
            return inMemory ? MEMORY : Files.createDirectories(Path.of("target"));
        }

        private static void sweep(Path parent) throws IOException {
            try (Stream<Path> roots = Files.list(parent)) {
                for (Path root : roots.filter(Root::isLeft).toList()) {
                    delete(root);
                }
            }
        }

        private static boolean isLeft(Path root) {
            String[] parts = root.getFileName().toString().split("-", -1);
            return root.getFileName().toString().startsWith(PREFIX)
                    && ProcessHandle.of(Long.parseLong(parts[3])).isEmpty();
        }

        /**
         * Deletes a root after the servers have ended. They end in shutdown hooks too, which run at the same time as
         * this one.
         */
        private static void deleteWhenUnused(Path root) {
            try {
                for (long waited = 0; isUsed(root) && waited < PATIENCE.toMillis(); waited += 100) {
                    Thread.sleep(100);
                }
                delete(root);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private static boolean isUsed(Path root) {
            return files(root).stream().anyMatch(file -> file.endsWith("postmaster.pid"));
        }
    }

    /** Copies the content of a directory to another, which may exist. Files that exist there are an error. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file));
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** Deletes a file, or a directory with its content. */
    static void delete(Path root) {
        files(root).stream()
                .sorted(Comparator.reverseOrder())
                .forEach(file -> file.toFile().delete());
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        } catch (IOException | UncheckedIOException vanishing) {
            return List.of();
        }
    }
}
