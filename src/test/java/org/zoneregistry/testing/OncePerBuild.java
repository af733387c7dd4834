package org.zoneregistry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes files once for a build, in the first process of the tests that needs them. Other processes wait meanwhile. */
public final class OncePerBuild {

    private OncePerBuild() {}

    /** Makes a file, or a directory with files. */
    @FunctionalInterface
    public interface Maker {
        void make(Path made) throws IOException;
    }

    /**
     * The file or directory {@code target/name}. It is made if it is missing, or older than its source.
     *
     * @param maker is given the path of a neighbour, which is moved when it is complete
     */
    public static Path make(String name, Path source, Maker maker) {
        Path made = Path.of("target", name).toAbsolutePath();
        try (var channel = FileChannel.open(
                        made.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(made)
                    || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) < 0) {
                Path incomplete = made.resolveSibling(name + ".new");
                TestDirectories.delete(incomplete);
                TestDirectories.delete(made);
                maker.make(incomplete);
                Files.move(incomplete, made, StandardCopyOption.ATOMIC_MOVE);
            }
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
