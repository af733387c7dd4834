package org.zoneregistry.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.audit.offline.VerifyCommand;
import org.zoneregistry.http.Instants;

/**
 * Compares the offline verifier on an export of trade entries with SHA-256 over the same bytes, in turns. Arguments:
 * events, rounds.
 */
public final class VerifyBench {

    private static final int BUFFER = 1 << 18;
    private static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00.000001Z");
    private static final double MEBIBYTE = 1 << 20;

    private final int events;
    private final Path directory;
    private final SignerKey key = SignerKey.generate("bench.example/log");

    private VerifyBench(int events) throws IOException {
        this.events = events;
        this.directory = Files.createTempDirectory(Path.of("target"), "verify-bench-");
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws IOException {
        Logging.asInTheApplication();
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new VerifyBench(events).run(rounds);
    }

    private void run(int rounds) throws IOException {
        Path export = directory.resolve("export.ndjson");
        Path checkpoint = directory.resolve("checkpoint.txt");
        Files.writeString(checkpoint, write(export).sign(List.of(key)).toString());
        System.out.printf(Locale.ROOT, "%,d events, %,.0f MiB%n", events, Files.size(export) / MEBIBYTE);
        String[] proof = {
            "--log",
            export.toString(),
            "--checkpoint",
            checkpoint.toString(),
            "--key",
            key.verifier().toString()
        };
        String[] answer = {"--zone", "zone-1", "--valid-at", "2022-12-31"};
        for (int round = 0; round < rounds; round++) {
            double hashed = seconds(() -> sha256(export));
            double verified = seconds(() -> verify(proof));
            double folded = seconds(() -> verify(joined(proof, answer)));
            System.out.printf(
                    Locale.ROOT,
                    "SHA-256 %,.0f events/s, verify %,.0f events/s (%.2f), with a zone folded %,.0f events/s (%.2f)%n",
                    events / hashed,
                    events / verified,
                    hashed / verified,
                    events / folded,
                    hashed / folded);
        }
        for (Path file : List.of(export, checkpoint, directory)) {
            Files.delete(file);
        }
    }

    private Checkpoint write(Path export) throws IOException {
        var tree = new GrowingTree();
        try (BufferedWriter out = Files.newBufferedWriter(export)) {
            for (int position = 1; position <= events; position++) {
                String line = line(position);
                tree.add(Hash.ofLeaf(line.getBytes(StandardCharsets.UTF_8)), (node, hash) -> {});
                out.write(line + '\n');
            }
        }
        return new Checkpoint("bench.example/log", events, tree.root());
    }

    private static String line(int position) {
        int zone = position % 167;
        return """
                {"data":{"businessForm":"bonded-processing","direction":"export","entryId":"NH-2022-%09d",\
                "hsChapter":"84",\
                "partner":"DE","period":"2022-12","value":"%d.17","zone":"zone-%d"},"id":"%s","metadata":\
                {"actor":"clerk","correlationId":"7f3c-%d","idempotencyKey":"key-%d","role":"registrar",\
                "traceId":"0af7651916cd43dd8448eb211c80319c"},\
                "position":%d,"recordedAt":"%s","tags":["entry:NH-2022-%09d","idempotency-key:key-%d","zone:zone-%d"],\
                "type":"TradeRecorded","version":1}""".formatted(
                        position,
                        1_000L + position,
                        zone,
                        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + position),
                        position,
                        position,
                        position,
                        Instants.micros(BEGINNING.plusMillis(position)),
                        position,
                        position,
                        zone);
    }

    private static void sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            if (digest.digest().length != Hash.BYTES) {
                throw new IllegalStateException("no SHA-256");
            }
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    private static void verify(String[] arguments) {
        var out = new StringWriter();
        int exit = VerifyCommand.run(arguments, new PrintWriter(out), new PrintWriter(out));
        if (exit != 0) {
            throw new IllegalStateException(out.toString());
        }
    }

    private static String[] joined(String[] some, String[] more) {
        String[] joined = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, joined, some.length, more.length);
        return joined;
    }

    /** A measured task. */
    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
