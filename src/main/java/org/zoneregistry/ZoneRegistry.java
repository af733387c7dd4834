package org.zoneregistry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.zoneregistry.audit.offline.VerifyCommand;
import org.zoneregistry.process.OutOfMemory;

/** Where the process begins: as the server, or as the verifier, which starts nothing of it. */
@QuarkusMain
public final class ZoneRegistry {

    private static final String VERIFY = "verify";

    private ZoneRegistry() {}

    /** Serves; with the first argument {@code verify} it verifies, and ends with that command's exit code. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(VERIFY)) {
            VerifyCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        // FrontDoor is stricter, and answers with a problem where Quarkus would with an empty 400
        System.setProperty("vertx.disableURIValidation", "true");
        var memory = OutOfMemory.watch();
        try {
            Quarkus.run(arguments);
        } finally {
            memory.close();
        }
    }
}
