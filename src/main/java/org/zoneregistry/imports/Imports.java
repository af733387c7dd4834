package org.zoneregistry.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
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
import org.zoneregistry.http.problem.Problem;
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

/** Takes files in: from the request to the job's end. */
@Singleton
public final class Imports {

    /** A job that has ended or is being carried out by another request. */
    record Received(ImportJob job, boolean replayed) {}

    /** So often, and so long each time, a file waits for the first one of its key: 30 seconds. */
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
     * Reads a request's body as a file and decides on every line. To be called on the request's context, before its
     * body has been read.
     *
     * @param origin of every command that the file leads to; their source is the import
     * @return the job when it has ended; fails where there is none, because the file can't be read at all, where it was
     *     broken off, and where the log can't be reached
     */
    Uni<Received> receive(RoutingContext routing, FileForm form, @Nullable String key, Origin origin) {
        HttpServerRequest request = routing.request();
        Context context = vertx.getOrCreateContext();
        Places.Place place = places.enter();
        var pipe = new BodyPipe(request, context, patience, place);
        place.isFor(pipe);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        routing.addEndHandler(answered -> endConnection(request, pipe));
        var body = new MarkedFile(form.unpacked(pipe), form.mediaType());
        String length = request.getHeader("Content-Length");
        var file = new File(
                origin,
                new PermittedLines(limits, Granted.of(routing)),
                form,
                key,
                length == null ? null : Long.valueOf(length),
                pipe,
                body,
                place);
        CompletionStage<Received> received =
                (key == null ? take(file) : lookUp(file, key)).whenComplete((done, failure) -> place.leave());
        return Uni.createFrom().completionStage(received).emitOn(task -> context.runOnContext(v -> task.run()));
    }

    /** A client that is not waited for any longer is not listened to either. */
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

    /** What there is of a file that is being taken in. */
    private record File(
            Origin origin,
            PermittedLines permitted,
            FileForm form,
            @Nullable String key,
            @Nullable Long length,
            BodyPipe pipe,
            MarkedFile body,
            Places.Place place) {}

    private CompletionStage<Received> take(File file) {
        return CompletableFuture.supplyAsync(
                        () -> reading(file, () -> file.form().open(file.body(), json)), readers)
                .thenCompose(lines -> begin(file, lines));
    }

    /** Something that is read of a file. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads before there is a job, or where there won't be one of its own. What fails is the request's answer. */
    private <T> T reading(File file, Reading<T> what) {
        try {
            file.place().end();
            return what.read();
        } catch (MalformedFileException unreadable) {
            drainLater(file);
            throw ProblemException.of(unreadable.problem(), String.valueOf(unreadable.getMessage()));
        } catch (ProblemException refused) {
            drainLater(file);
            throw refused;
        } catch (BrokenOffException over) {
            throw problem(over.problem(), String.valueOf(over.getMessage()));
        } catch (IOException | InterruptedException stopped) {
            throw problem(ProblemType.OVERLOADED, JobEnding.STOPPED);
        } finally {
            file.place().rest();
        }
    }

    private CompletionStage<Received> begin(File file, Lines lines) {
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

    private CompletionStage<Received> carryOut(File file, Lines lines, JobRun run) {
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

    private static Progress progress(File file, ImportRun reading) {
        return ImportJobs.progress(reading.tally(), file.body().mark(), file.length());
    }

    private static BrokenOffException stopped(Loss loss) {
        return BrokenOffException.stopped(
                switch (loss) {
                    case TAKEN -> "The import was cancelled, or is being carried out by another request.";
                    case UNHEARD -> "The registry could not reach its database. Send the file again.";
                });
    }

    private static JobEnding read(File file, Lines lines, ImportRun reading) {
        try {
            file.place().end();
            reading.read(lines);
            return JobEnding.DONE;
        } catch (MalformedFileException unreadable) {
            drain(file);
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
            throw problem(ending.problem().orElseThrow(), ending.detail());
        }
        return new Received(job, false);
    }

    /** A run must not end without its job, whatever it ends of. */
    private CompletionStage<Received> stopped(JobRun run, Progress reached, Throwable failure) {
        return jobs.end(run, reached, JobEnding.interrupted(ProblemType.OVERLOADED, JobEnding.STOPPED))
                .handle((done, again) -> failure)
                .thenCompose(CompletableFuture::<Received>failedStage);
    }

    /** A file with a key. Where the key has an import already, this is not read as another one. */
    private CompletionStage<Received> lookUp(File file, String key) {
        return jobs.findByKey(key, file.origin().actor())
                .thenComposeAsync(
                        job -> job.isPresent() && !job.get().state().isOpen() ? compare(file, key, 0) : take(file),
                        readers);
    }

    /**
     * A key belongs to one file. So this one is compared with the one that came first, as far as that was read; while
     * that goes on, the comparison does too, and this file is left with its client.
     *
     * @param waits how often it has waited for the first one
     */
    private CompletionStage<Received> compare(File file, String key, int waits) {
        return jobs.findByKey(key, file.origin().actor()).thenCompose(found -> {
            ImportJob job = found.orElseThrow();
            return jobs.mark(job.id()).thenComposeAsync(mark -> compare(file, job, mark, key, waits), readers);
        });
    }

    private CompletionStage<Received> compare(File file, ImportJob first, Mark mark, String key, int waits) {
        if (first.state().isOpen()) {
            if (file.body().mark().bytes() == 0) {
                return take(file);
            }
            drainLater(file);
            throw problem(
                    ProblemType.OVERLOADED,
                    "The first file that was sent with this Idempotency-Key has just broken off, and nothing of this"
                            + " one was taken in. Send it again.");
        }
        boolean isWhole = first.state() == ImportJob.State.DONE;
        if (!reading(file, () -> agrees(file.body(), mark, isWhole))) {
            drainLater(file);
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Another file was sent with this Idempotency-Key. Send each new file with a key of its own.");
        }
        if (first.hasEnded()) {
            drain(file);
            return CompletableFuture.completedStage(new Received(first, true));
        }
        if (waits == MOST_WAITS) {
            drainLater(file);
            throw problem(
                    ProblemType.OVERLOADED,
                    "The first file that was sent with this Idempotency-Key is still being read, and nothing of this"
                            + " one was taken in. Send it again when that import has ended.");
        }
        return CompletableFuture.supplyAsync(
                        () -> waits + 1, CompletableFuture.delayedExecutor(WAIT_MILLIS, TimeUnit.MILLISECONDS, readers))
                .thenCompose(next -> compare(file, key, next));
    }

    /**
     * Whether a file says what another did as far as that was read. Where this one was read further, that can't be
     * told.
     */
    private static boolean agrees(MarkedFile file, Mark first, boolean isWhole) throws IOException {
        if (file.mark().bytes() > first.bytes()) {
            return !isWhole;
        }
        try {
            return file.readTo(first.bytes())
                    && file.mark().digest().equals(first.digest())
                    && (!isWhole || file.read() < 0);
        } catch (IOException unreadable) {
            throw MalformedFileException.of(unreadable, 1);
        }
    }

    /** What is left of a body is read and goes nowhere, so that the client gets to read the answer. */
    private static void drain(File file) {
        try {
            file.pipe().transferTo(OutputStream.nullOutputStream());
        } catch (IOException over) {
            // nobody waits for the answer
        } finally {
            file.place().rest();
        }
    }

    private void drainLater(File file) {
        file.place().stay();
        readers.execute(() -> {
            drain(file);
            file.place().leave();
        });
    }

    private static ProblemException problem(ProblemType type, String detail) {
        Problem problem = Problem.of(type, detail);
        return (type == ProblemType.OVERLOADED ? problem.withHeader("Retry-After", "1") : problem).exception();
    }

    /**
     * Cancels an import, on whichever node it is; it ends within a second or two, with what is being decided by then.
     */
    CompletionStage<Void> cancel(UUID id) {
        return jobs.cancel(id).thenRun(() -> places.stop(id, BrokenOffException.stopped("The import was cancelled.")));
    }
}
