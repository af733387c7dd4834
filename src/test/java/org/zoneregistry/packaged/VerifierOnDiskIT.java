package org.zoneregistry.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier for the browser, saved on the auditor's disk. */
class VerifierOnDiskIT {

    private static final Path VERIFIER = Path.of("src/main/resources/verifier/verify.html");
    private static final String KEY = "zone-registry+00000000+AQ==";

    @Test
    void keeps_a_pinned_key_for_its_file_until_it_is_no_longer_pinned(@TempDir Path directory) throws Exception {
        Path saved = Files.copy(VERIFIER, directory.resolve("verify.html"));
        Path other = Files.copy(VERIFIER, directory.resolve("other.html"));
        try (var auditor = new Visitor("file:")) {
            Page page = auditor.open(saved.toString(), Visitor.Look.ENGLISH);
            page.locator("#key").fill(KEY);
            page.reload();
            assertThat(page.locator("#key")).hasValue("");

            page.locator("#key").fill(KEY);
            page.locator("#pin").check();
            page.reload();
            assertThat(page.locator("#key")).hasValue(KEY);
            assertThat(page.locator("#pin")).isChecked();
            page.navigate("file:" + other);
            assertThat(page.locator("#key")).hasValue("");

            page.navigate("file:" + saved);
            page.locator("#pin").uncheck();
            page.reload();
            assertThat(page.locator("#key")).hasValue("");
            assertThat(page.locator("#pin")).not().isChecked();
            auditor.hadNoTrouble();
        }
    }
}
