package org.zoneregistry.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limits;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.body.StrictJson;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.imports.batch.EntryBatchSlice;
import org.zoneregistry.imports.body.BodyPatience;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.BrokenOffException;
import org.zoneregistry.imports.body.FileForm;
import org.zoneregistry.imports.body.Lines;
import org.zoneregistry.imports.body.MalformedFileException;
import org.zoneregistry.imports.job.ImportJob;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.imports.job.JobEnding;
import org.zoneregistry.imports.job.Mark;
import org.zoneregistry.jobs.Heartbeat.Loss;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.log.UuidV7;

/** Imports files: from the request to the end of the job. */
@Singleton
public final class Imports {

    /**
     * An import that has ended.
     *
     * @param replayed whether another request with the same key has carried it out
     */
    public record Received(ImportJob job, boolean replayed) {}

    /** How often a file waits for the first file with its key: together 30 seconds. */
    private static final int MOST_WAITS = 150;

    private static final long WAIT_MILLIS = 200;

    private final Vertx vertx;
    private final EntryBatchSlice entries;
    private final ImportJobs jobs;
    private final StrictJson json;
    private final Places places;
    private final Limits limits;
    private final BodyPatience patience;
    private final UuidV7 ids;
    private final ImportMeters meters;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    Imports(
            Vertx vertx,
            EntryBatchSlice entries,
            ImportJobs jobs,
            StrictJson json,
            Places places,
            Limits limits,
            @ConfigProperty(name = "registry.imports.patience", defaultValue = "30s") Duration patience,
            @ConfigProperty(name = "registry.imports.least-bytes-per-second", defaultValue = "500") long leastRate,
            InstantSource clock,
            ImportMeters meters) {
        this.vertx = vertx;
        this.entries = entries;
        this.jobs = jobs;
        this.json = json;
        this.places = places;
        this.limits = limits;
        this.patience = new BodyPatience(patience, leastRate);
        this.ids = new UuidV7(clock);
        this.meters = meters;
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /**
     * Reads a file in a request and decides on every line. Call it on the request's context, before the file has been
     * read.
     *
     * @param content the body of the request, or a part of it
     * @param length of the content in bytes, if the client gave it
     * @param origin the origin of every command of the file; their source is the import
     * @return the import when it has ended; fails if the file can't be read at all, if it was interrupted, or if the
     *     log is unavailable
     */
    public Uni<Received> receive(
            RoutingContext routing,
            ReadStream<Buffer> content,
            @Nullable Long length,
            FileForm form,
            @Nullable String key,
            Origin origin) {
        HttpServerRequest request = routing.request();
        Context context = vertx.getOrCreateContext();
        Places.Place place = places.enter();
        var pipe = new BodyPipe(content, context, patience, place);
        place.isFor(pipe);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        routing.addEndHandler(answered -> endConnection(request, pipe));
        var body = new MarkedFile(form.unpacked(pipe), form.mediaType());
        var file = new ReceivedFile(
                origin, new PermittedLines(limits, Granted.of(routing)), form, key, length, pipe, body, place);
        CompletionStage<Received> received =
                (key == null ? take(file) : lookUp(file, key)).whenComplete((done, failure) -> place.leave());
        return Uni.createFrom().completionStage(received).emitOn(task -> context.runOnContext(v -> task.run()));
    }

    /** Closes the connection if the rest of the body will not be read. */
    private static void endConnection(HttpServerRequest request, BodyPipe pipe) {
        if (!pipe.isStopped() || request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    private CompletionStage<Received> take(ReceivedFile file) {
        return CompletableFuture.supplyAsync(
                        () -> file.read(() -> file.form().open(file.body(), json), readers), readers)
                .thenCompose(lines -> begin(file, lines));
    }

    private CompletionStage<Received> begin(ReceivedFile file, Lines lines) {
        var start = new ImportJobs.Start(
                ids.get(),
                file.key(),
                file.form().mediaType(),
                lines.columns(),
                file.length(),
                file.body().mark(),
                file.origin().actor());
        return jobs.begin(start)
                .thenComposeAsync(
                        run -> run.isPresent()
                                ? carryOut(file, lines, run.get())
                                : compare(file, String.valueOf(file.key()), 0),
                        readers);
    }

    private CompletionStage<Received> carryOut(ReceivedFile file, Lines lines, JobRun run) {
        var reading = new ImportRun(
                run,
                file.origin().from(ImportJob.path(run.job())),
                file.permitted(),
                entries,
                jobs,
                file.pipe(),
                meters);
        file.place().isFor(reading);
        var heartbeat = jobs.heartbeat(
                run, () -> progress(file, reading), loss -> file.pipe().stop(stopped(loss)));
        return CompletableFuture.completedStage(lines)
                .thenApply(opened -> read(file, opened, reading))
                .handle((ending, failure) -> reading.decided()
                        .thenCompose(done -> failure == null
                                ? jobs.end(run, progress(file, reading), ending).thenApply(ended -> ending)
                                : CompletableFuture.<JobEnding>failedStage(failure)))
                .thenCompose(Function.identity())
                .handle((ending, failure) -> {
                    heartbeat.close();
                    return failure == null
                            ? jobs.find(run.job()).thenApply(job -> answer(job.orElseThrow(), ending))
                            : stopped(run, progress(file, reading), failure);
                })
                .thenCompose(Function.identity());
    }

    private static Progress progress(ReceivedFile file, ImportRun reading) {
        return ImportJobs.progress(reading.tally(), file.body().mark(), file.length());
    }

    private static BrokenOffException stopped(Loss loss) {
        return BrokenOffException.stopped(
                switch (loss) {
                    case TAKEN -> "The import was cancelled, or another request has taken it over.";
                    case UNREACHABLE -> "The registry could not reach its database. Send the file again.";
                });
    }

    private static JobEnding read(ReceivedFile file, Lines lines, ImportRun reading) {
        try {
            file.place().end();
            reading.read(lines);
            return JobEnding.DONE;
        } catch (MalformedFileException unreadable) {
            file.drain();
            return JobEnding.failed(unreadable.problem(), String.valueOf(unreadable.getMessage()), unreadable.line());
        } catch (BrokenOffException over) {
            return JobEnding.interrupted(over.problem(), String.valueOf(over.getMessage()));
        } catch (IOException | InterruptedException stopped) {
            return JobEnding.interrupted(ProblemType.OVERLOADED, JobEnding.STOPPED);
        } finally {
            file.place().rest();
        }
    }

    private static Received answer(ImportJob job, JobEnding ending) {
        if (ending.state() == ImportJob.State.INTERRUPTED && job.state() != ImportJob.State.CANCELLED) {
            throw ReceivedFile.problem(ending.problem().orElseThrow(), ending.detail());
        }
        return new Received(job, false);
    }

    /** Ends the job after an unexpected failure, and passes the failure on. */
    private CompletionStage<Received> stopped(JobRun run, Progress reached, Throwable failure) {
        return jobs.end(run, reached, JobEnding.interrupted(ProblemType.OVERLOADED, JobEnding.STOPPED))
                .handle((done, again) -> failure)
                .thenCompose(CompletableFuture::<Received>failedStage);
    }

    /** Handles a file with a key. If the key has an import, the file is compared with it and not imported again. */
    private CompletionStage<Received> lookUp(ReceivedFile file, String key) {
        return jobs.findByKey(key, file.origin().actor())
                .thenComposeAsync(
                        job -> job.isPresent() && !job.get().state().isOpen() ? compare(file, key, 0) : take(file),
                        readers);
    }

    /**
     * A key belongs to one file. So the file is compared with the first one, as far as the first one was read. While
     * the first one is still being read, the comparison is repeated, and the rest of this file is not read.
     *
     * @param waits how often it has waited for the first one
     */
    private CompletionStage<Received> compare(ReceivedFile file, String key, int waits) {
        return jobs.findByKey(key, file.origin().actor()).thenCompose(found -> {
            ImportJob job = found.orElseThrow();
            return jobs.mark(job.id()).thenComposeAsync(mark -> compare(file, job, mark, key, waits), readers);
        });
    }

    private CompletionStage<Received> compare(ReceivedFile file, ImportJob first, Mark mark, String key, int waits) {
        if (first.state().isOpen()) {
            if (file.body().mark().bytes() == 0) {
                return take(file);
            }
            file.drainLater(readers);
            throw ReceivedFile.problem(
                    ProblemType.OVERLOADED,
                    "The first file with this Idempotency-Key was interrupted just now, and nothing of this file was"
                            + " imported. Send it again.");
        }
        boolean isWhole = first.state() == ImportJob.State.DONE;
        if (!file.read(() -> file.agrees(mark, isWhole), readers)) {
            file.drainLater(readers);
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Another file was sent with this Idempotency-Key. Send each new file with a new key.");
        }
        if (first.hasEnded()) {
            file.drain();
            return CompletableFuture.completedStage(new Received(first, true));
        }
        if (waits == MOST_WAITS) {
            file.drainLater(readers);
            throw ReceivedFile.problem(
                    ProblemType.OVERLOADED,
                    "The first file with this Idempotency-Key is still being read, and nothing of this file was"
                            + " imported. Send it again when that import has ended.");
        }
        return CompletableFuture.supplyAsync(
                        () -> waits + 1, CompletableFuture.delayedExecutor(WAIT_MILLIS, TimeUnit.MILLISECONDS, readers))
                .thenCompose(next -> compare(file, key, next));
    }

    /** Cancels an import on any node. It ends within about two seconds, after the lines that are being decided. */
    CompletionStage<Void> cancel(UUID id) {
        return jobs.cancel(id).thenRun(() -> places.stop(id, BrokenOffException.stopped("The import was cancelled.")));
    }
}
