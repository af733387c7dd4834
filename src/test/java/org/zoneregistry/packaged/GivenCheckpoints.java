package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Repeatedly reads the checkpoints of nodes, and the file in which a node stores its last one. Each size must have one
 * root on all nodes, and the file must never go back.
 */
final class GivenCheckpoints {

    private final Path file;
    private final Map<Long, String> roots = new ConcurrentHashMap<>();
    private final List<PackagedRegistry> nodes = new CopyOnWriteArrayList<>();
    private final Set<String> faults = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Thread looking = Thread.ofVirtual().unstarted(this::look);
    private volatile boolean goesOn = true;
    private long kept;

    /** @param file where a node stores its last checkpoint */
    GivenCheckpoints(Path file) {
        this.file = file;
    }

    /** Begins to read. */
    void start() {
        looking.start();
    }

    /** Adds a node whose checkpoints are read. */
    void of(PackagedRegistry node) {
        nodes.add(node);
    }

    private void look() {
        while (goesOn) {
            nodes.forEach(this::look);
            lookAtFile();
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look(PackagedRegistry node) {
        try {
            var answer = node.get("/v1/audit/checkpoint");
            if (answer.statusCode() == 200) {
                add(answer.body().lines().toList());
            }
        } catch (IOException unanswered) {
            // there is none now
        }
    }

    private void lookAtFile() {
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                long size = add(lines.subList(1, lines.size()));
                if (size < kept) {
                    faults.add("The file had a checkpoint over " + kept + " events, and has one over " + size);
                }
                kept = Math.max(kept, size);
            }
        } catch (IOException replacedMeanwhile) {
            // the next read finds it
        }
    }

    /** A signed note: origin, size, root. */
    private long add(List<String> note) {
        long size = Long.parseLong(note.get(1));
        String before = roots.putIfAbsent(size, note.get(2));
        if (before != null && !before.equals(note.get(2))) {
            faults.add("A split view: over " + size + " events " + before + ", and " + note.get(2));
        }
        return size;
    }

    /** The sizes of all checkpoints. */
    Set<Long> sizes() {
        return Set.copyOf(roots.keySet());
    }

    void stop() throws InterruptedException {
        goesOn = false;
        looking.join();
    }

    /** Fails if two checkpoints of one size were different, or the file went back. */
    void proveOneView() {
        assertThat(List.copyOf(faults)).as("checkpoints").isEmpty();
    }
}
