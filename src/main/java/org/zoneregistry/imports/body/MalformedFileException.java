package org.zoneregistry.imports.body;

import java.io.IOException;
import java.util.zip.ZipException;
import org.zoneregistry.decision.ProblemType;

/** A file can't be read any further. The message says why, for whoever sent it. */
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

    /** What a failure to read says of the file, where it is the file's; else the failure itself. */
    public static IOException of(IOException cause, long line) {
        return switch (cause) {
            case ZipException broken ->
                new MalformedFileException("The file is not valid gzip: " + broken.getMessage() + ".", line);
            case Gunzip.UnfoldsTooFarException tooFar ->
                new MalformedFileException(ProblemType.BODY_TOO_LARGE, String.valueOf(tooFar.getMessage()), line);
            default -> cause;
        };
    }

    /** The type of problem that it is. */
    public ProblemType problem() {
        return problem;
    }

    /** The number of the line that begins where reading ended. */
    public long line() {
        return line;
    }
}
