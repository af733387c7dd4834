package org.zoneregistry.suites;

import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * How the tests that start the application are divided into parts, which run at the same time. Tests with the same
 * settings are in the same part, so that each application is built and started once. Quarkus gives the tests their tag.
 *
 * <p>Quarkus builds the applications while JUnit looks for tests, in the same directories for all parts. So one part
 * looks at a time.
 */
public final class Parts implements LauncherDiscoveryListener, TestExecutionListener {

    static final String TAG = "io.quarkus.test.junit.QuarkusTest";
    static final String ALL = "org.zoneregistry";

    private static final String TESTS = "[\\w.]*(Test|Properties)";

    private static final String CALLERS =
            "(access\\.(?!Hardening|LoopbackNames)|http\\.connection\\.Tls|illustrative\\.(?!OtherLedgers))";
    private static final String HTTP_AND_DATA = "(http\\.(?!GoneClients|RequestCost|SameOrigin|connection\\.Tls"
            + "|front\\.(?!UnreadRequests))|audit\\.offline\\.|reference\\.|streams\\.)";

    /** Tests with callers, and with the illustrative data. */
    static final String OF_CALLERS = "org\\.zoneregistry\\." + CALLERS + TESTS;

    /** Tests with other settings of HTTP, with the reference data, and with Kafka. */
    static final String OF_HTTP_AND_DATA = "org\\.zoneregistry\\." + HTTP_AND_DATA + TESTS;

    /** All other tests: with the default settings. */
    static final String OF_DEFAULT_SETTINGS =
            "org\\.zoneregistry\\.(?!" + CALLERS + ")(?!" + HTTP_AND_DATA + ")" + TESTS;

    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Set<String> FOUND = ConcurrentHashMap.newKeySet();

    private @Nullable FileChannel turn;

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        try {
            turn = FileChannel.open(
                    Files.createDirectories(CLASSES.getParent()).resolve("application-builds.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            turn.lock();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void launcherDiscoveryFinished(LauncherDiscoveryRequest request) {
        try {
            if (turn != null) {
                turn.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier test) {
                test.getSource()
                        .filter(ClassSource.class::isInstance)
                        .map(ClassSource.class::cast)
                        .ifPresent(source -> FOUND.add(source.getClassName()));
            }
        });
    }

    /** JUnit says nothing of a class that can't be loaded, for example because its application can't be built. */
    static void checkThatAllAreFound(String part) {
        Set<String> missing = testsOfTheApplication(part, TAG);
        missing.removeAll(FOUND);
        if (!missing.isEmpty()) {
            throw new AssertionError("Not run, since JUnit could not load them: " + missing);
        }
    }

    /** In another part, a test with the default settings would start that application again. */
    static void checkThatNoneHasDefaultSettings(String part) {
        Set<String> defaults = testsOfTheApplication(part, TAG);
        defaults.removeAll(testsOfTheApplication(part, TestProfile.class.getName()));
        checkThatNoneIsHere(defaults);
    }

    /** A test with its own settings would start another application beside that of the default settings. */
    static void checkThatAllHaveDefaultSettings() {
        checkThatNoneIsHere(testsOfTheApplication(OF_DEFAULT_SETTINGS, TestProfile.class.getName()));
    }

    private static void checkThatNoneIsHere(Set<String> tests) {
        if (!tests.isEmpty()) {
            throw new AssertionError("These tests belong to another part, by their settings: " + tests);
        }
    }

    private static Set<String> testsOfTheApplication(String part, String annotation) {
        Pattern name = Pattern.compile(part);
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> name.matcher(className(file)).matches())
                    .filter(file -> has(annotation, file))
                    .map(Parts::className)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String className(Path file) {
        return CLASSES.relativize(file).toString().replaceFirst("\\.class$", "").replace('/', '.');
    }

    private static boolean has(String annotation, Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file, StandardCharsets.ISO_8859_1)
                            .contains("L" + annotation.replace('.', '/') + ";");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
