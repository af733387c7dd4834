package org.zoneregistry;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            System.exit(VerifyCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length), out, err));
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
