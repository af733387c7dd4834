package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    void names_the_archive_of_each_platform() {
        assertThat(Binaries.archiveName("Linux", "amd64", false)).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Binaries.archiveName("Linux", "aarch64", false)).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Binaries.archiveName("Linux", "amd64", true)).isEqualTo("postgres-linux-x86_64-alpine_linux.txz");
        assertThat(Binaries.archiveName("Mac OS X", "aarch64", false)).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(Binaries.archiveName("Mac OS X", "x86_64", false)).isEqualTo("postgres-darwin-x86_64.txz");
    }

    @Test
    void two_processes_that_unpack_at_once_make_one_complete_folder(@TempDir Path cache) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Callable<Path> unpack = () -> {
            barrier.await();
            return Binaries.unpackedIn(cache);
        };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Path>> unpacked = both.invokeAll(List.of(unpack, unpack));

            Path folder = unpacked.getFirst().get();
            assertThat(unpacked.getLast().get()).isEqualTo(folder);
            assertThat(folder.resolve("bin/postgres")).isExecutable();
            assertThat(folder.resolve("share/postgresql/postgres.bki")).isNotEmptyFile();
            assertThat(names(cache)).containsExactly(folder.getFileName().toString());
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
