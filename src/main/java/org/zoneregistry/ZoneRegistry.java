package org.zoneregistry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.zoneregistry.audit.checkpoint.NewKeyCommand;
import org.zoneregistry.audit.offline.VerifyCommand;
import org.zoneregistry.doctor.BackupCommand;
import org.zoneregistry.doctor.DoctorCommand;
import org.zoneregistry.doctor.HealthCommand;
import org.zoneregistry.doctor.RestoreCommand;
import org.zoneregistry.process.OutOfMemory;

/** The entry point of the process. It starts the server, or a program beside it, which starts no part of the server. */
@QuarkusMain
public final class ZoneRegistry {

    ZoneRegistry() {}

    /**
     * Starts the server. With one of these first arguments it runs another program instead, and ends with its exit
     * code: {@code verify}, {@code new-key}, {@code doctor}, {@code health}, {@code backup}, {@code restore}.
     */
    public static void main(String... arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "verify" -> VerifyCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            case "new-key" -> NewKeyCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            case "doctor" -> DoctorCommand.main();
            case "health" -> HealthCommand.main();
            case "backup" -> BackupCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            case "restore" -> RestoreCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            default -> serve(arguments);
        }
    }

    private static void serve(String... arguments) {
        // FrontDoor is stricter, and answers with a problem instead of Quarkus's empty 400
        System.setProperty("vertx.disableURIValidation", "true");
        var memory = OutOfMemory.watch();
        try {
            Quarkus.run(arguments);
        } finally {
            memory.close();
        }
    }
}
