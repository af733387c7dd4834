package org.zoneregistry.audit.offline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.zone.event.ZoneCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verifier on the command line. Exit code 0: proved; 1: not proved; 2: wrong arguments, or an unreadable file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Proves an exported log, or evidence about a zone, without the registry.",
            "",
            "  verify --log export.ndjson --checkpoint checkpoint.txt --key key.txt",
            "  verify --bundle evidence.zip --key key.txt",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:proved", "1:not proved", "2:wrong arguments, or a file can't be read"})
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class VerifyCommand implements Callable<Integer> {

    private static final int PROVED = 0;
    private static final int NOT_PROVED = 1;
    private static final int USAGE = 2;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "An export from GET /v1/audit/export, plain or compressed with gzip; several"
                    + " in the order of their positions.")
    List<Path> log = new ArrayList<>();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "A checkpoint from GET /v1/audit/checkpoint.")
    @Nullable
    Path checkpoint;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description = "A verifier key that you trust, or a file with such keys; several.")
    List<String> keys = new ArrayList<>();

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = "An older checkpoint that the log must extend; several.")
    List<Path> earlier = new ArrayList<>();

    @Option(names = "--bundle", paramLabel = "FILE", description = "Evidence from GET /v1/audit/evidence/zones/{code}.")
    @Nullable
    Path bundle;

    @Option(names = "--zone", paramLabel = "CODE", description = "A zone to fold from the proved log.")
    @Nullable
    String zone;

    @Option(names = "--registry", description = "All zones, counted by type; with --json also one by one.")
    boolean registry;

    @Option(names = "--valid-at", paramLabel = "DAY", description = "The day in the world, such as 2022-12-31.")
    @Nullable
    String validAt;

    @Option(
            names = "--known-at",
            paramLabel = "TIME",
            description =
                    "What the registry knew then: an instant or a position. Default: all that the checkpoint covers.")
    @Nullable
    String knownAt;

    @Option(names = "--json", description = "Answers as JSON.")
    boolean json;

    @Spec
    CommandSpec spec;

    /** Runs the verifier, and ends the process with the exit code. */
    public static void main(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    /** Runs the verifier and returns the exit code. */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new VerifyCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println(message(failure));
                    return USAGE;
                })
                .execute(arguments);
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "There is no file " + missing.getMessage() + ".";
            case MalformedInputException _ -> "A checkpoint or key file is not text in UTF-8.";
            case IOException broken -> "A file can't be read: " + broken.getMessage();
            default -> "The verifier failed: " + failure;
        };
    }

    @Override
    public Integer call() throws IOException {
        TrustedKeys trusted = required(() -> TrustedKeys.read(keys));
        Report report = bundle == null ? verifyLog(trusted) : BundleVerification.verify(verifyBundle(bundle), trusted);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ReportText.json(report) : ReportText.of(report).stripTrailing());
        out.flush();
        return report.proved() ? PROVED : NOT_PROVED;
    }

    private Path verifyBundle(Path file) {
        if (!log.isEmpty() || checkpoint != null || !earlier.isEmpty() || zone != null || registry) {
            throw usage("Use --bundle only with --key and --json: the bundle names its zone and times.");
        }
        return file;
    }

    private Report verifyLog(TrustedKeys trusted) throws IOException {
        Path file = checkpoint;
        if (log.isEmpty() || file == null) {
            throw usage("Give --log and --checkpoint, or --bundle.");
        }
        Question question = question();
        try (LogLines lines = LogLines.of(log)) {
            var latest = trusted.checkpoint(file.toString(), Files.readString(file));
            var others = new ArrayList<TrustedKeys.Signed>();
            for (Path each : earlier) {
                others.add(trusted.checkpoint(each.toString(), Files.readString(each)));
            }
            return LogProof.of(new LogVerification(latest, others), latest, lines, question);
        } catch (NotProvedException broken) {
            return Report.notProved(broken.failure());
        }
    }

    private @Nullable Question question() throws IOException {
        if (zone == null && !registry) {
            if (validAt != null || knownAt != null) {
                throw usage("Use --valid-at and --known-at only with --zone or --registry.");
            }
            return null;
        }
        if (zone != null && registry) {
            throw usage("Use either --zone or --registry.");
        }
        String day = validAt;
        if (day == null) {
            throw usage("Give the day in the world with --valid-at.");
        }
        String code = zone;
        String known = knownAt;
        return required(() -> new Question(
                code == null ? null : new ZoneCode(code),
                LocalDate.parse(day),
                known == null ? null : KnownAt.parse(known)));
    }

    /** Reads an argument's value. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T required(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            throw usage(String.valueOf(malformed.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
