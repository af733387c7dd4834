package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** An exported log in a directory, with a key, for tests that change and verify it on the command line. */
final class ExportedLog {

    static final String ORIGIN = "registry.example";

    final SignerKey key = SignerKey.generate(ORIGIN);
    private final List<String> lines = new ArrayList<>();
    private final Path directory;

    ExportedLog(Path directory, SimulatedLog log) {
        this(
                directory,
                log.events().stream().map(event -> event.bytes().toString()).toList());
    }

    ExportedLog(Path directory, List<String> lines) {
        this.directory = directory;
        this.lines.addAll(lines);
    }

    List<String> lines() {
        return new ArrayList<>(lines);
    }

    String checkpoint(int size) {
        return checkpoint(size, key);
    }

    String checkpoint(int size, SignerKey signer) {
        var tree = new GrowingTree();
        lines.stream()
                .limit(size)
                .forEach(line -> tree.add(Hash.ofLeaf(line.getBytes(StandardCharsets.UTF_8)), (node, hash) -> {}));
        return new Checkpoint(ORIGIN, size, tree.root()).sign(List.of(signer)).toString();
    }

    Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The result of the verifier. */
    record Run(int exit, String out, String err) {}

    /** Verifies these lines against a checkpoint, with the key. */
    Run verify(List<String> exported, String checkpoint, String... more) {
        return verifyText(String.join("\n", exported) + (exported.isEmpty() ? "" : "\n"), checkpoint, more);
    }

    Run verifyText(String exported, String checkpoint, String... more) {
        Path log = file("export.ndjson", exported);
        Path note = file("checkpoint.txt", checkpoint);
        return run(
                Stream.concat(
                                Stream.of("--log", log.toString(), "--checkpoint", note.toString()),
                                Stream.of(more.length > 0 && more[0].equals("--key") ? new String[0] : withKey()))
                        .toList(),
                more);
    }

    private String[] withKey() {
        return new String[] {"--key", key.verifier().toString()};
    }

    static Run run(List<String> arguments, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = VerifyCommand.run(
                Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Run(exit, out.toString(), err.toString());
    }

    static ZoneEstablished established(ZoneCode code) {
        return new ZoneEstablished(
                code,
                new ZoneName("Zone \"é\"", "区"),
                ZoneType.BONDED_ZONE,
                "CN-JS",
                null,
                null,
                LocalDate.of(2010, 1, 1),
                LocalDate.of(2010, 1, 1));
    }

    static void assertNotProved(Run run, String... saying) {
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("NOT PROVED").contains(List.of(saying)).contains("What to do: ");
    }

    static void assertProved(Run run, String... saying) {
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("PROVED\n");
        assertThat(List.of(saying)).allSatisfy(part -> assertThat(run.out()).contains(part));
    }
}
