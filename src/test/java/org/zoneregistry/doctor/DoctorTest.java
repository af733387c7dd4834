package org.zoneregistry.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.doctor.Findings.Finding;
import org.zoneregistry.doctor.Findings.Verdict;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

@NeedsServer
class DoctorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void a_sound_installation() throws IOException {
        settings.put("registry.db.url", database.reactiveUrl());
        settings.put("registry.db.user", database.user());
        settings.put("registry.db.password", database.password());
        settings.put("registry.access.open", "true");
        settings.put("registry.audit.key-file", key("rw-------").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_sound_installation_passes() {
        Findings findings = examine();
        assertThat(findings.hasFailed()).as("%s", findings.all()).isFalse();
        assertThat(findings.all())
                .extracting(Finding::toString)
                .anyMatch(line -> line.startsWith("ok       database   PostgreSQL 18."))
                .contains("ok       durability fsync is on", "ok       log        recording has not stopped")
                .contains("warning  access     everybody who reaches it may do everything (REGISTRY_ACCESS_OPEN)")
                .anyMatch(line -> line.startsWith("ok       key        checkpoints are signed as test"));
    }

    @Test
    void a_database_before_its_first_start_passes() {
        try (TestDatabase empty = TestDatabase.empty()) {
            settings.put("registry.db.url", empty.reactiveUrl());
            assertThat(examine().hasFailed()).isFalse();
        }
    }

    @Test
    void commits_that_do_not_wait_for_the_disk_are_found() {
        database.execute("alter database " + database.database() + " set synchronous_commit = off");
        assertThat(failed()).containsExactly("synchronous_commit is off: acknowledged commands can be lost");
    }

    @Test
    void settings_of_the_server_that_break_promises_are_found() {
        var findings = new Findings();
        DatabaseExamination.judge(
                Map.of(
                        "server_version_num", "170004",
                        "server_version", "17.4",
                        "fsync", "off",
                        "full_page_writes", "off",
                        "synchronous_commit", "on",
                        "data_checksums", "off"),
                findings);
        assertThat(findings.all())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAILED, Verdict.FAILED, Verdict.FAILED, Verdict.OK, Verdict.WARNING);
    }

    @Test
    void a_database_that_cannot_be_reached_is_found() {
        settings.put("registry.db.url", "postgresql://127.0.0.1:1/registry");
        assertThat(failed()).singleElement().asString().startsWith("jdbc:postgresql://127.0.0.1:1/registry: ");
    }

    @Test
    void an_address_that_cannot_be_read_is_found() {
        settings.put("registry.db.url", "mysql://127.0.0.1/registry");
        assertThat(failed()).isNotEmpty().allMatch(text -> text.startsWith("The address of the database in"));
    }

    @Test
    void a_halted_log_is_found() {
        database.execute("select halt_log(1, '\\x00'::bytea, '\\x01'::bytea, 1)");
        assertThat(failed()).containsExactly("recording has stopped: select * from audit_halt");
    }

    @Test
    void a_key_that_everybody_can_read_is_found() throws IOException {
        settings.put("registry.audit.key-file", key("rw-r--r--").toString());
        assertThat(failed()).singleElement().asString().startsWith("every user can read or write ");
    }

    @Test
    void a_key_that_is_none_is_found() throws IOException {
        Path file = Files.writeString(directory.resolve("none"), "secret");
        settings.put("registry.audit.key-file", file.toString());
        assertThat(failed())
                .anyMatch(text -> text.startsWith("the key for checkpoints can't be used: "))
                .noneMatch(text -> text.contains("secret"));
    }

    @Test
    void contradicting_settings_are_found() {
        settings.put("registry.access.issuer", "http://127.0.0.1:1/realms/none");
        assertThat(failed())
                .contains("REGISTRY_ACCESS_ISSUER and REGISTRY_ACCESS_OPEN are both set: remove one")
                .anyMatch(text -> text.startsWith("the issuer http://127.0.0.1:1/realms/none can't be reached"));
    }

    @Test
    void an_embedded_database_that_does_not_run_is_left_alone() {
        settings.keySet().removeIf(name -> name.startsWith("registry.db."));
        settings.put("registry.data-dir", directory.resolve("data").toString());
        assertThat(examine().all())
                .extracting(Finding::text)
                .contains("embedded, and not running now: a node starts it");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void a_node_is_healthy_when_it_says_so() throws IOException {
        HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        node.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        node.start();
        try {
            settings.put("quarkus.http.port", Integer.toString(node.getAddress().getPort()));
            settings.put("quarkus.http.host", "0.0.0.0");
            assertThat(HealthCommand.isReady(config())).isTrue();
            settings.put("registry.management.port", settings.put("quarkus.http.port", "1"));
            assertThat(HealthCommand.isReady(config())).isTrue();
        } finally {
            node.stop(0);
        }
        assertThat(HealthCommand.isReady(config())).isFalse();
    }

    private Path key(String modes) throws IOException {
        SignerKey key = SignerKey.generate("test");
        Path file = Files.writeString(directory.resolve("key"), key.secret() + "\n" + key.verifier() + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
    }

    private Config config() {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
    }

    private Findings examine() {
        return DoctorCommand.examine(config());
    }

    private List<String> failed() {
        return examine().all().stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .map(Finding::text)
                .toList();
    }
}
