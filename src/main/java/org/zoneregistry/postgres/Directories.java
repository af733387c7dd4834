package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on directories that {@link Files} does not have. */
final class Directories {
    private static final System.Logger LOG = System.getLogger(Directories.class.getName());

    /** Makes a file that no other user may read. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Directories() {}

    /** Creates a directory and its parents, for the owner alone. An existing one stays as it is. */
    static void createPrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /**
     * Deletes a directory and its content. A directory that doesn't exist, or is being deleted by another process, is
     * no error.
     */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Makes sure that a power cut after the rename can't leave empty files under the final name, as far as possible.
     */
    static void flush(Path directory) throws IOException {
        try {
            Process sync = new ProcessBuilder("sync", "-f", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            sync.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the disk", interrupted);
        } catch (IOException noSuchProgram) {
            LOG.log(System.Logger.Level.DEBUG, "No sync program", noSuchProgram);
        }
    }

    /** The reason of a failed file operation, without the path that Java repeats in nearly every message. */
    static String reason(IOException failure) {
        if (failure instanceof java.nio.file.FileSystemException onFile && onFile.getReason() != null) {
            return onFile.getReason();
        }
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileAlreadyExistsException exists -> "it is not a directory";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
