package org.zoneregistry.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.LogUnavailableException;
import org.zoneregistry.eventstore.UuidV7;
import org.zoneregistry.imports.batch.EntryBatchSlice;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.ConnectionLostException;
import org.zoneregistry.imports.body.FileForm;
import org.zoneregistry.imports.body.Lines;
import org.zoneregistry.imports.body.MalformedFileException;
import org.zoneregistry.imports.job.Ending;
import org.zoneregistry.imports.job.ImportJob;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.imports.job.JobRows;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.platform.http.body.StrictJson;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/** Takes files in: from the request to the job's end. */
@Singleton
public final class Imports {

    /** So many files are taken in at once on this node. */
    private static final int AT_ONCE = 8;

    private static final long BEAT_MILLIS = 1_000;

    /** A job that has ended or is being carried out by another request. */
    record Received(ImportJob job, boolean replayed) {}

    private final Vertx vertx;
    private final EntryBatchSlice entries;
    private final ImportJobs jobs;
    private final JobRows rows;
    private final StrictJson json;
    private final UuidV7 ids;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    Imports(Vertx vertx, EntryBatchSlice entries, ImportJobs jobs, JobRows rows, StrictJson json, InstantSource clock) {
        this.vertx = vertx;
        this.entries = entries;
        this.jobs = jobs;
        this.rows = rows;
        this.json = json;
        this.ids = new UuidV7(clock);
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /**
     * Reads a request's body as a file and decides on every line. To be called on the request's context, before its
     * body has been read.
     *
     * @param origin of every command that the file leads to; their source is the import
     * @return the job when it has ended; fails where there is none, because the file can't be read at all, and where the
     *     log can't be reached
     */
    Uni<Received> receive(HttpServerRequest request, FileForm form, @Nullable String key, Origin origin) {
        if (underWay.incrementAndGet() > AT_ONCE) {
            underWay.decrementAndGet();
            return Uni.createFrom().failure(new LogUnavailableException(AT_ONCE + " files are being taken in"));
        }
        Context context = vertx.getOrCreateContext();
        var run = new AtomicReference<@Nullable ImportRun>();
        var pipe = new BodyPipe(request, context, () -> {
            ImportRun reading = run.get();
            if (reading != null) {
                reading.idle();
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        var body = new DigestInputStream(pipe, sha256(form));
        String length = request.getHeader("Content-Length");
        var file = new File(origin, form, key, length == null ? null : Long.valueOf(length), pipe, body, run);
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> open(file), readers)
                        .thenCompose(lines -> begin(file, lines)))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .emitOn(task -> context.runOnContext(v -> task.run()));
    }

    /** What there is of a file that is being taken in. */
    private record File(
            Origin origin,
            FileForm form,
            @Nullable String key,
            @Nullable Long length,
            BodyPipe pipe,
            DigestInputStream body,
            AtomicReference<@Nullable ImportRun> run) {}

    private Lines open(File file) {
        try {
            return file.form().open(file.body(), json);
        } catch (MalformedFileException unreadable) {
            drainLater(file);
            throw ProblemException.of(ProblemType.MALFORMED_FILE, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException refused) {
            drainLater(file);
            throw refused;
        } catch (IOException lost) {
            throw new LogUnavailableException("the connection was lost", lost);
        }
    }

    private CompletionStage<Received> begin(File file, Lines lines) {
        UUID run = UUID.randomUUID();
        return jobs.begin(ids.get(), run, file.key(), file.form().mediaType(), lines.columns(), file.length())
                .thenComposeAsync(id -> id.isPresent() ? carryOut(file, lines, id.get(), run) : replay(file), readers);
    }

    private CompletionStage<Received> carryOut(File file, Lines lines, UUID id, UUID run) {
        var reading = new ImportRun(
                id,
                run,
                file.origin().from(ImportJob.path(id)),
                entries,
                jobs,
                () -> file.pipe().received());
        file.run().set(reading);
        long beat = vertx.setPeriodic(BEAT_MILLIS, v -> {
            var _ = jobs.beat(id, run, reading.tally());
        });
        Ending ending = read(lines, reading);
        file.run().set(null);
        byte[] digest = ending.state() == ImportJob.State.INTERRUPTED || !drain(file)
                ? null
                : file.body().getMessageDigest().digest();
        return reading.decided().handle((done, failure) -> failure).thenCompose(failure -> {
            vertx.cancelTimer(beat);
            return failure == null
                    ? jobs.end(id, run, reading.tally(), ending, digest)
                            .thenCompose(done -> rows.find(id))
                            .thenApply(job -> new Received(job.orElseThrow(), false))
                    : jobs.end(id, run, reading.tally(), Ending.interrupted(ImportRun.STOPPED), null)
                            .handle((done, again) -> failure)
                            .thenCompose(CompletableFuture::<Received>failedFuture);
        });
    }

    private static Ending read(Lines lines, ImportRun reading) {
        try {
            reading.read(lines);
            return Ending.DONE;
        } catch (MalformedFileException unreadable) {
            return Ending.failed(String.valueOf(unreadable.getMessage()), unreadable.line());
        } catch (ConnectionLostException lost) {
            return Ending.interrupted(lost.getMessage() + " Send the file again.");
        } catch (IOException unreadable) {
            return Ending.interrupted("The file could not be read to its end. Send it again.");
        }
    }

    /** The file was sent before with this key. It is read to see whether it is the same, and otherwise left alone. */
    private CompletionStage<Received> replay(File file) {
        String key = String.valueOf(file.key());
        boolean complete = drain(file);
        return rows.findByKey(key).thenCompose(found -> {
            ImportJob job = found.orElseThrow();
            byte[] digest = file.body().getMessageDigest().digest();
            return jobs.digest(job.id()).thenApply(first -> {
                if (first != null && complete && !Arrays.equals(first, digest)) {
                    throw ProblemException.of(
                            ProblemType.IDEMPOTENCY_KEY_REUSED,
                            "Another file was sent with this Idempotency-Key. Send each new file with a key of its own.");
                }
                return new Received(job, true);
            });
        });
    }

    /** Lets what is left of the body go nowhere, so that the client gets to read the answer; false if it went away. */
    private static boolean drain(File file) {
        try {
            file.body().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException lost) {
            return false;
        }
    }

    private void drainLater(File file) {
        readers.execute(() -> {
            var _ = drain(file);
        });
    }

    private static MessageDigest sha256(FileForm form) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(form.toString().getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
