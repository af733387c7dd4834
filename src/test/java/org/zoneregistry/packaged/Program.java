package org.zoneregistry.packaged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that runs the application.
 *
 * @param file a jar for {@code java -jar}, or a native binary
 * @param ownOptions of the JVM, before all others
 */
record Program(Path file, boolean isNative, List<String> ownOptions) {

    private static final String BINARY = System.getProperty("packaged.binary", "");

    /** The packaged application: the jar, or the native binary if that was built ({@code -Dnative}). */
    static Program packaged() {
        return Packaged.PROGRAM;
    }

    private static final class Packaged {

        static final Program PROGRAM = BINARY.isEmpty()
                ? StartUpCache.on(ofJar(Path.of("target/quarkus-app/quarkus-run.jar")))
                : new Program(Path.of(BINARY).toAbsolutePath(), true, List.of());
    }

    static Program ofJar(Path jar) {
        return new Program(jar.toAbsolutePath(), false, List.of());
    }

    /** The same with options of the JVM. */
    Program with(String... options) {
        return new Program(file, isNative, List.of(options));
    }

    /**
     * Its command.
     *
     * @param options of the JVM; those of HotSpot ({@code -XX}) are left out for a binary
     * @param arguments of the application
     */
    List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isNative) {
            command.add(file.toString());
            options.stream().filter(option -> !option.startsWith("-XX")).forEach(command::add);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ownOptions);
            command.addAll(options);
            command.addAll(List.of("-jar", file.toString()));
        }
        command.addAll(arguments);
        return command;
    }
}
