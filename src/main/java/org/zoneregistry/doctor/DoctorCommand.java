package org.zoneregistry.doctor;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.Config;
import org.zoneregistry.process.SystemClock;

/**
 * Examines an installation: its settings, its database, its files and its key. Exit code 0: nothing has failed; 1: a
 * node would not start, or would break a promise. It changes nothing and starts nothing.
 */
public final class DoctorCommand {

    private DoctorCommand() {}

    /** Examines the installation that a node started here would use, and ends the process with the exit code. */
    public static void main() {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Findings findings = examine(RegistrySettings.read());
        findings.all().forEach(out::println);
        System.exit(findings.hasFailed() ? 1 : 0);
    }

    static Findings examine(Config settings) {
        var findings = new Findings();
        AccessExamination.of(settings, findings);
        new FileExamination(settings, findings).examine();
        new DatabaseExamination(settings, SystemClock.utc(), findings).examine();
        return findings;
    }
}
