package org.zoneregistry.doctor;

import static org.zoneregistry.doctor.AccessExamination.text;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.zoneregistry.postgres.BaseBackup;
import org.zoneregistry.postgres.DatabaseSettings;
import org.zoneregistry.postgres.PostgresUnavailableException;

/**
 * Makes a base backup of the embedded database while the registry runs. Exit code 0: it is made; 1: it failed, and the
 * directory was not made; 2: the directory is not named.
 */
public final class BackupCommand {

    private BackupCommand() {}

    /** Makes the backup, and ends the process with the exit code. */
    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, RegistrySettings.read(), out, err));
    }

    static int run(String[] arguments, Config settings, PrintStream out, PrintStream err) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            err.println("Name the directory of the backup, for example: backup /backup/base-2026-12-01");
            return 2;
        }
        Path target = Path.of(arguments[0]).toAbsolutePath().normalize();
        try {
            BaseBackup.make(embedded(settings), target);
            out.println("The backup is in " + target + ".");
            return 0;
        } catch (PostgresUnavailableException | ConfigurationException unavailable) {
            err.println(unavailable.getMessage());
        } catch (IOException | SQLException failed) {
            err.println("The backup failed: " + failed);
        }
        return 1;
    }

    /** The directory of the embedded server. */
    static Path embedded(Config settings) {
        var database = new DatabaseSettings(name -> text(settings, name).orElse(null));
        if (database.ofYourServer().isPresent()) {
            throw new ConfigurationException("The registry uses your own PostgreSQL: use the tools of that server.");
        }
        return database.ledger().resolve("postgres");
    }
}
