package org.zoneregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.ssl.SslContext;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the native image is told is complete: which services libraries look up, and which methods are replaced. */
class NativeMetadataTest {

    private static final Path METADATA = Path.of(
            "src-native-config/META-INF/native-image/org.zoneregistry/zone-registry/reachability-metadata.json");

    /** Axon's own modules, without their tests, which are not in the image; and two that send traces. */
    private static final Pattern MODULE =
            Pattern.compile("/(axon-(common|conversion|eventsourcing|messaging|modelling)|vertx-opentelemetry"
                    + "|opentelemetry-exporter-sender-jdk)-[0-9.]+\\.jar$");

    private static final Pattern SERVICE =
            Pattern.compile("META-INF/services/(org\\.axonframework|io\\.opentelemetry)\\..+");

    @Test
    void every_service_that_axon_and_opentelemetry_load_is_registered() throws IOException {
        JsonNode reflection = new ObjectMapper().readTree(METADATA.toFile()).path("reflection");

        List<String> registered = new ArrayList<>();
        for (JsonNode type : reflection) {
            if (type.path("methods").findValuesAsText("name").equals(List.of("<init>"))) {
                registered.add(type.path("type").asText());
            }
        }
        assertThat(registered).containsExactlyInAnyOrderElementsOf(providers());
    }

    /** A method that is not replaced would bring OpenSSL into the image, and nothing could link it. */
    @Test
    void every_method_of_netty_that_could_choose_openssl_is_replaced() throws ClassNotFoundException {
        List<String> replaced = new ArrayList<>();
        for (String by : List.of(
                "io.quarkus.netty.runtime.graal.Target_io_netty_handler_ssl_SslContext",
                "io.netty.handler.ssl.JdkTls")) {
            replaced.addAll(contextMethods(Class.forName(by, false, getClass().getClassLoader())));
        }
        assertThat(replaced).containsAll(contextMethods(SslContext.class));
    }

    /** Without one of them, the image is not built. */
    @Test
    void every_method_that_is_replaced_for_the_openapi_document_exists() throws ClassNotFoundException {
        Class<?> replacement = Class.forName(
                "org.zoneregistry.openapi.WrittenDocument", false, getClass().getClassLoader());

        assertThat(methods(OpenApiDocumentService.class)).containsAll(methods(replacement));
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method ->
                        method.getReturnType() + " " + method.getName() + Arrays.toString(method.getParameterTypes()))
                .toList();
    }

    private static List<String> contextMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().matches("new(Server|Client)ContextInternal"))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .toList();
    }

    private static List<String> providers() throws IOException {
        List<String> providers = new ArrayList<>();
        for (Path jar : jarsOfModules()) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                for (JarEntry entry : Collections.list(opened.entries())) {
                    if (SERVICE.matcher(entry.getName()).matches()) {
                        providers.addAll(providers(opened.getInputStream(entry)));
                    }
                }
            }
        }
        return providers;
    }

    private static List<Path> jarsOfModules() throws IOException {
        return Collections.list(NativeMetadataTest.class.getClassLoader().getResources(JarFile.MANIFEST_NAME)).stream()
                .map(manifest -> manifest.getPath().replaceFirst("^file:", "").replaceFirst("!.*", ""))
                .filter(jar -> MODULE.matcher(jar).find())
                .map(Path::of)
                .toList();
    }

    /** Reads a file in the format of {@link java.util.ServiceLoader}. */
    private static List<String> providers(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
