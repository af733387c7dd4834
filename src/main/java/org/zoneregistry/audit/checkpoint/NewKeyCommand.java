package org.zoneregistry.audit.checkpoint;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.zoneregistry.audit.note.SignerKey;

/**
 * Generates a key for the checkpoints of a registry on your own database, and prints it in the form of a key file. Exit
 * code 2: the name is missing, or can't be the name of a key.
 */
public final class NewKeyCommand {

    private NewKeyCommand() {}

    /** Prints the key, and ends the process with the exit code. */
    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("Give the name of the key, for example: new-key registry.example/zones > audit.key");
            return 2;
        }
        try {
            SignerKey key = SignerKey.generate(arguments[0]);
            out.println(key.secret());
            out.println(key.verifier());
            return 0;
        } catch (IllegalArgumentException unfit) {
            err.println(unfit.getMessage());
            return 2;
        }
    }
}
