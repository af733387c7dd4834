package org.zoneregistry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import org.zoneregistry.audit.offline.VerifyCommand;
import org.zoneregistry.process.OutOfMemory;

/** The entry point of the process. It starts the server, or the verifier, which starts no part of the server. */
@QuarkusMain
public final class ZoneRegistry {

    private static final String VERIFY = "verify";

    private ZoneRegistry() {}

    /**
     * Starts the server. With the first argument {@code verify} it runs the verifier, and ends with the verifier's exit
     * code.
     */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(VERIFY)) {
            VerifyCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
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
