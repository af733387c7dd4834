package org.zoneregistry.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Examines who may call, whether the issuers of tokens answer, and whether Kafka does. */
final class AccessExamination {

    private static final String ACCESS = "access";
    private static final int PATIENCE_MILLIS = 5_000;

    private AccessExamination() {}

    static void of(Config settings, Findings findings) {
        Optional<String> issuers = text(settings, "registry.access.issuer");
        boolean isOpen =
                settings.getOptionalValue("registry.access.open", Boolean.class).orElse(false);
        if (issuers.isPresent() && isOpen) {
            findings.failed(ACCESS, "REGISTRY_ACCESS_ISSUER and REGISTRY_ACCESS_OPEN are both set: remove one");
        } else if (isOpen) {
            findings.warning(ACCESS, "everybody who reaches it may do everything (REGISTRY_ACCESS_OPEN)");
        } else if (issuers.isEmpty() && text(settings, "registry.db.url").isPresent()) {
            findings.failed(ACCESS, "a registry on your own database needs REGISTRY_ACCESS_ISSUER");
        } else if (issuers.isEmpty()) {
            findings.ok(ACCESS, "open, on 127.0.0.1 alone");
        }
        issuers.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(issuer -> !issuer.isEmpty())
                .forEach(issuer -> issuer(issuer, findings));
        if (settings.getOptionalValue("registry.kafka.enabled", Boolean.class).orElse(false)) {
            kafka(text(settings, "kafka.bootstrap.servers"), findings);
        }
    }

    private static void issuer(String issuer, Findings findings) {
        try {
            var connection = (HttpURLConnection) URI.create(issuer + "/.well-known/openid-configuration")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (InputStream answer = connection.getInputStream()) {
                String named =
                        new ObjectMapper().readTree(answer).path("issuer").asText();
                if (named.equals(issuer)) {
                    findings.ok(ACCESS, "the issuer " + issuer + " answers");
                } else {
                    findings.failed(
                            ACCESS, "the issuer " + issuer + " calls itself " + named + ": tokens would not match");
                }
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            findings.failed(ACCESS, "the issuer " + issuer + " can't be reached: " + unreachable.getMessage());
        }
    }

    private static void kafka(Optional<String> servers, Findings findings) {
        if (servers.isEmpty()) {
            findings.failed("kafka", "REGISTRY_KAFKA_ENABLED needs KAFKA_BOOTSTRAP_SERVERS");
            return;
        }
        for (String server : servers.get().split(",", -1)) {
            int colon = server.lastIndexOf(':');
            try (var socket = new Socket()) {
                String host = server.substring(0, colon).strip();
                int port = Integer.parseInt(server.substring(colon + 1).strip());
                socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
                findings.ok("kafka", server + " answers");
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreachable) {
                findings.failed("kafka", server + " can't be reached: " + unreachable.getMessage());
            }
        }
    }

    static Optional<String> text(Config settings, String name) {
        return settings.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
