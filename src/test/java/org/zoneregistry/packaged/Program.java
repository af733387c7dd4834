package org.zoneregistry.packaged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged application: what {@code java -jar} runs, or the native binary where that was built ({@code -Dnative}). */
final class Program {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String BINARY = System.getProperty("packaged.binary", "");

    private Program() {}

    static boolean isNative() {
        return !BINARY.isEmpty();
    }

    /** What is run: the jar or the binary. */
    static String path() {
        return isNative() ? BINARY : JAR.toAbsolutePath().toString();
    }

    /**
     * The command that runs it.
     *
     * @param options of the JVM; those of HotSpot alone ({@code -XX}) are left out for a binary
     * @param arguments of the application
     */
    static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(path());
            options.stream().filter(option -> !option.startsWith("-XX")).forEach(command::add);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-jar", path()));
        }
        command.addAll(arguments);
        return command;
    }
}
