package org.zoneregistry.packaged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs the application.
 *
 * @param file a jar for {@code java -jar}, or a native binary
 */
record Program(Path file, boolean isNative) {

    private static final String BINARY = System.getProperty("packaged.binary", "");

    /** The packaged application: the jar, or the native binary where that was built ({@code -Dnative}). */
    static final Program PACKAGED = BINARY.isEmpty()
            ? ofJar(Path.of("target/quarkus-app/quarkus-run.jar"))
            : new Program(Path.of(BINARY).toAbsolutePath(), true);

    static Program ofJar(Path jar) {
        return new Program(jar.toAbsolutePath(), false);
    }

    /**
     * The command that runs it.
     *
     * @param options of the JVM; those of HotSpot alone ({@code -XX}) are left out for a binary
     * @param arguments of the application
     */
    List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isNative) {
            command.add(file.toString());
            options.stream().filter(option -> !option.startsWith("-XX")).forEach(command::add);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-jar", file.toString()));
        }
        command.addAll(arguments);
        return command;
    }
}
