package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A person with a browser. It collects what goes wrong: errors of the console, and content from other sites. */
final class Visitor implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    static final int HEIGHT = 900;
    private static final String AXE = "/axe.min.js";

    private final Playwright playwright;
    private final Browser browser;
    private final String registry;
    private final List<String> troubles = new ArrayList<>();

    Visitor(String registry) {
        this.registry = registry;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** The browser settings of a visitor. */
    record Look(String language, ColorScheme scheme, int width, boolean hasScripts) {

        static final Look ENGLISH = new Look("en", ColorScheme.LIGHT, 1200, true);
        static final Look CHINESE = new Look("zh", ColorScheme.LIGHT, 1200, true);
        static final Look DARK = new Look("en", ColorScheme.DARK, 1200, true);
        static final Look NARROW = new Look("zh", ColorScheme.LIGHT, 390, true);
        static final Look SCRIPTLESS = new Look("en", ColorScheme.LIGHT, 1200, false);
    }

    /** Opens a page in its own window. */
    Page open(String path, Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                .setColorScheme(look.scheme())
                .setJavaScriptEnabled(look.hasScripts())
                .setViewportSize(look.width(), HEIGHT));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> troubles.add(page.url() + " " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(registry) && !request.url().startsWith("data:")) {
                troubles.add(page.url() + " loads " + request.url());
            }
        });
        page.navigate(registry + path);
        return page;
    }

    /** The barriers to the use of the page, found by axe-core. */
    static List<String> barriers(Page page) {
        return barriers(page, "{}");
    }

    /** Those of colours alone. */
    static List<String> barriersOfColour(Page page) {
        return barriers(page, "{runOnly: {type: 'tag', values: ['cat.color']}}");
    }

    private static List<String> barriers(Page page, String options) {
        page.evaluate(axe());
        Object found = page.evaluate(
                "async () => (await axe.run(" + options + ")).violations.map(violation => violation.id + ': '"
                        + " + violation.nodes.map(node => node.html).slice(0, 3).join(' | '))");
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Visitor.class.getResourceAsStream(AXE))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with the troubles since the last call. */
    void hadNoTrouble() {
        assertThat(troubles).isEmpty();
    }

    /** Fails unless the only trouble is a refused form, which the browser reports. */
    void hadOneRefusal() {
        assertThat(troubles).singleElement().asString().contains("status of 400");
        troubles.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
