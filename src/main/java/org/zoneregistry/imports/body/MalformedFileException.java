package org.zoneregistry.imports.body;

import java.io.IOException;
import java.util.zip.ZipException;
import org.zoneregistry.decision.ProblemType;

/** A file can't be read any further. The message says why, for the client. */
public final class MalformedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemType problem;
    private final long line;

    private MalformedFileException(ProblemType problem, String message, long line) {
        super(message);
        this.problem = problem;
        this.line = line;
    }

    MalformedFileException(String message, long line) {
        this(ProblemType.MALFORMED_FILE, message, line);
    }

    /**
     * Turns a failure to read into a failure of the file, if the file is the cause; otherwise returns the failure
     * itself.
     */
    public static IOException of(IOException cause, long line) {
        return switch (cause) {
            case ZipException broken ->
                new MalformedFileException("The file is not valid gzip: " + broken.getMessage() + ".", line);
            case Gunzip.UnpacksTooFarException tooFar ->
                new MalformedFileException(ProblemType.BODY_TOO_LARGE, String.valueOf(tooFar.getMessage()), line);
            default -> cause;
        };
    }

    public ProblemType problem() {
        return problem;
    }

    /** The number of the line where reading ended. */
    public long line() {
        return line;
    }
}
