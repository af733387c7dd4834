package org.zoneregistry.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Processes with an adjustable clock, by libfaketime, if it is installed. */
final class FakeTime {

    private final Path library;
    private final Path clock;

    private FakeTime(Path library, Path clock) {
        this.library = library;
        this.clock = clock;
    }

    /**
     * A clock that isn't set yet.
     *
     * @param clock a file with the setting
     */
    static Optional<FakeTime> of(Path clock) throws IOException {
        Path folder = Path.of("/usr/lib");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var found =
                Files.find(folder, 3, (path, attributes) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return found.findFirst().map(library -> new FakeTime(library, clock));
        }
    }

    /** Sets it for all processes of {@link #launcher()}; they see it after a second. */
    FakeTime set(String offset) throws IOException {
        Path written = Files.writeString(clock.resolveSibling(clock.getFileName() + ".new"), offset + "\n");
        Files.move(written, clock, StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    /** The beginning of a command whose process has this clock. */
    List<String> launcher() {
        // waits use the monotonic clock; the "fix" is for older libraries, and would end every timed wait immediately
        return List.of(
                "env",
                "LD_PRELOAD=" + library,
                "FAKETIME_TIMESTAMP_FILE=" + clock,
                "FAKETIME_CACHE_DURATION=1",
                "DONT_FAKE_MONOTONIC=1",
                "FAKETIME_FORCE_MONOTONIC_FIX=0");
    }
}
