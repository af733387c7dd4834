package org.zoneregistry.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.BrokenOffException;
import org.zoneregistry.imports.body.FileForm;
import org.zoneregistry.imports.body.MalformedFileException;
import org.zoneregistry.imports.job.JobEnding;
import org.zoneregistry.imports.job.Mark;

/**
 * A file that a request is sending.
 *
 * @param length the length of the body in bytes, if the client gave it
 */
record ReceivedFile(
        Origin origin,
        PermittedLines permitted,
        FileForm form,
        @Nullable String key,
        @Nullable Long length,
        BodyPipe pipe,
        MarkedFile body,
        Places.Place place) {

    /** Reads a part of the file. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Reads before the file has a job. So a failure is the answer to the request.
     *
     * @param readers may block
     */
    <T> T read(Reading<T> reading, Executor readers) {
        try {
            place.end();
            return reading.read();
        } catch (MalformedFileException unreadable) {
            drainLater(readers);
            throw ProblemException.of(unreadable.problem(), String.valueOf(unreadable.getMessage()));
        } catch (ProblemException refused) {
            drainLater(readers);
            throw refused;
        } catch (BrokenOffException over) {
            throw problem(over.problem(), String.valueOf(over.getMessage()));
        } catch (IOException | InterruptedException stopped) {
            throw problem(ProblemType.OVERLOADED, JobEnding.STOPPED);
        } finally {
            place.rest();
        }
    }

    /**
     * Whether the file begins with the bytes of the first file with its key, as far as that one was read. Counts as
     * different only if that is certain: after more bytes were read of this file, they can't be compared.
     *
     * @param isWhole whether the first file was read to its end
     */
    boolean agrees(Mark first, boolean isWhole) throws IOException {
        if (body.mark().bytes() > first.bytes()) {
            return !isWhole;
        }
        try {
            return body.readTo(first.bytes())
                    && body.mark().digest().equals(first.digest())
                    && (!isWhole || body.read() < 0);
        } catch (IOException unreadable) {
            throw MalformedFileException.of(unreadable, 1);
        }
    }

    /** Reads the rest of the body and ignores it, because a client may read the answer only after it has sent all. */
    void drain() {
        try {
            pipe.transferTo(OutputStream.nullOutputStream());
        } catch (IOException over) {
            // nobody waits for the answer
        } finally {
            place.rest();
        }
    }

    /**
     * Drains the body on another thread.
     *
     * @param readers may block
     */
    void drainLater(Executor readers) {
        place.stay();
        readers.execute(() -> {
            drain();
            place.leave();
        });
    }

    /** A problem; if the registry is overloaded, with the time after which to retry. */
    static ProblemException problem(ProblemType type, String detail) {
        Problem problem = Problem.of(type, detail);
        return (type == ProblemType.OVERLOADED ? problem.withHeader("Retry-After", "1") : problem).exception();
    }
}
