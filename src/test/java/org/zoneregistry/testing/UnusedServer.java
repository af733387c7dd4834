package org.zoneregistry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zoneregistry.postgres.EmbeddedPostgres;

/**
 * The files of an embedded server after its first start, when nothing has been done with it. Copying them takes a tenth
 * of the time of making them. All such servers have the same passwords, and certificates of their own.
 */
public final class UnusedServer {

    private static final Path FILES = OncePerBuild.make(
            "server", Path.of("target/classes/org/zoneregistry/postgres/Cluster.class"), UnusedServer::make);

    private UnusedServer() {}

    /**
     * Puts the files into a directory.
     *
     * @param directory may have them already, or settings for the server
     * @return the directory
     */
    public static Path in(Path directory) {
        try {
            if (Files.notExists(directory.resolve("cluster"))) {
                Files.createDirectories(directory.getParent());
                TestDirectories.copy(FILES, directory);
            }
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void make(Path made) throws IOException {
        Path directory = TestDirectories.create("server");
        EmbeddedPostgres.start(directory).close();
        for (String own : List.of("lock", "postgres.log", "server.crt", "server.key")) {
            Files.delete(directory.resolve(own));
        }
        TestDirectories.copy(directory, made);
    }
}
