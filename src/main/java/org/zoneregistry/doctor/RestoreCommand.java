package org.zoneregistry.doctor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.postgres.PostgresUnavailableException;
import org.zoneregistry.postgres.Restoration;
import org.zoneregistry.postgres.Restoration.Restored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Restores the embedded database from a base backup while the registry is stopped. Exit code 0: it is restored; 1: it
 * failed, and the data are as before; 2: wrong arguments.
 */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Restores the embedded database from a base backup. The registry must be stopped.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:restored", "1:failed; the data are as before", "2:wrong arguments"})
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "The directory of a backup.")
    Path backup;

    @Option(
            names = "--wal",
            paramLabel = "DIRECTORY",
            description = "The archive of the write-ahead log. Without it, only the backup is restored.")
    @Nullable
    Path archive;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "The last moment to restore, such as '2026-11-24 10:00+08'. Default: all of the archive.")
    @Nullable
    String until;

    @Option(
            names = "--timeline",
            paramLabel = "NUMBER",
            defaultValue = "latest",
            description = "The timeline to follow. Each restore begins a new one. Default: the latest.")
    String timeline;

    @Spec
    CommandSpec spec;

    private final Config settings;

    RestoreCommand(Config settings) {
        this.settings = settings;
    }

    /** Restores, and ends the process with the exit code. */
    public static void main(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, RegistrySettings.read(), out, err));
    }

    static int run(String[] arguments, Config settings, PrintWriter out, PrintWriter err) {
        return new CommandLine(new RestoreCommand(settings))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println(
                            failure instanceof PostgresUnavailableException || failure instanceof ConfigurationException
                                    ? failure.getMessage()
                                    : "The restore failed: " + failure);
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (archive == null && (until != null || !timeline.equals("latest"))) {
            throw new ParameterException(spec.commandLine(), "--until and --timeline need --wal");
        }
        PrintWriter out = spec.commandLine().getOut();
        Restored restored = new Restoration(archive, until, timeline).restore(backup, BackupCommand.embedded(settings));
        out.println("Restored on timeline " + restored.timeline()
                + (restored.lastTransaction() == null
                        ? "."
                        : ", up to the transaction of " + restored.lastTransaction() + "."));
        if (restored.replaced() != null) {
            out.println("The data from before are in " + restored.replaced() + ".");
        }
        out.println("Start the registry. If it stops recording, acknowledged events are missing.");
        out.flush();
        return 0;
    }
}
