package org.zoneregistry.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys of people through the pages, in a real browser, on the packaged application with the reference data. */
class JourneysIT {

    private static final List<String> PAGES = List.of(
            "/?validAt=2022-12-31",
            "/zones?validAt=2022-12-31&province=CN-TJ",
            "/zones/tianjin-port?validAt=2022-12-31",
            "/zones/shanghai-waigaoqiao?validAt=2022-12-31",
            "/briefing",
            "/compare?zone=tianjin-port&validAt=2022-12-31",
            "/audit?after=300",
            "/audit/events/256",
            "/audit/verify",
            "/work?task=establish");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    private static @Nullable PackagedRegistry registry;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static String address;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        registry = Launch.embedded(directory).withReferenceData().start();
        address = registry.uri("").toString();
        visitor = new Visitor(address);
    }

    @AfterAll
    static void end() {
        visitor.close();
        if (registry != null) {
            registry.close();
        }
    }

    @AfterEach
    void nothing_went_wrong_in_the_browser() {
        visitor.hadNoTrouble();
    }

    /** Leaves pictures of all pages, for README, docs and reviews, in target/pictures. */
    @Test
    void pages_have_no_barriers_in_either_language_dark_and_narrow() {
        var barriers = new ArrayList<String>();
        for (List<Visitor.Look> looks : List.of(
                List.of(Visitor.Look.ENGLISH, Visitor.Look.DARK), List.of(Visitor.Look.CHINESE, Visitor.Look.NARROW))) {
            Page page = visitor.open("/", looks.getFirst());
            for (String path : PAGES) {
                for (Visitor.Look look : looks) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
                    page.setViewportSize(look.width(), Visitor.HEIGHT);
                    page.navigate(address + path);
                    barriers.addAll(barriers(page, path, look));
                }
            }
            page.context().close();
        }
        assertThat(barriers).isEmpty();
    }

    private static List<String> barriers(Page page, String path, Visitor.Look look) {
        var barriers = new ArrayList<String>();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
        (look.equals(Visitor.Look.DARK) ? Visitor.barriersOfColour(page) : Visitor.barriers(page))
                .forEach(barrier -> barriers.add(look + " " + path + " " + barrier));
        if (page.evaluate("document.documentElement.scrollWidth > innerWidth").equals(true)) {
            barriers.add(look + " " + path + " is wider than the window");
        }
        String name = path.replaceAll("\\?.*", "").replaceAll("[^a-z0-9]+", "-") + "-" + look.language() + "-"
                + look.scheme() + "-" + look.width();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
        return barriers;
    }

    @Test
    void both_times_move_by_the_keyboard_alone_and_are_pinned() {
        Page page = visitor.open("/?validAt=2022-12-31", Visitor.Look.ENGLISH);
        Locator world = page.locator("#world-handle");
        world.focus();
        world.press("ArrowLeft");
        world.press("ArrowLeft");
        page.waitForURL(Pattern.compile("validAt=2022-12-29"));
        assertThat(page.locator("h1")).hasText("The zones on 29 December 2022, as known today");
        assertThat(world).isFocused();
        world.press("PageDown");
        world.press("Enter");
        page.waitForURL(url -> !url.contains("2022"));
        page.goBack();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pin"))
                .press("Enter");
        page.waitForURL(Pattern.compile("knownAt="));
        assertThat(page.locator(".band")).containsText("You see what was known at position");

        page.locator("#knowledge-handle").focus();
        page.locator("#knowledge-handle").press("Home");
        page.waitForURL(url -> !url.contains("knownAt=353"));
        page.getByText("Back to the latest").press("Enter");
        assertThat(page.locator(".band")).hasCount(0);
    }

    @Test
    void a_zone_is_found_by_its_chinese_name() {
        Page page = visitor.open("/zones?validAt=2022-12-31", Visitor.Look.CHINESE);
        page.locator("input[name=q]").fill("天津港综合");
        assertThat(page.locator("#zone-found tbody tr")).hasCount(1);
        assertThat(page.locator("#citation")).containsText("q=%E5%A4%A9");
        page.locator("input[name=q]").fill("苏州工业园");
        assertThat(page.locator("#zone-found tbody")).containsText("苏州工业园");
        page.locator("input[name=q]").fill("天津港综合");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("天津港综合保税区"))
                .click();
        assertThat(page.locator("h1")).hasText("2022年12月31日的天津港综合保税区，按今日所知");
        page.locator(".bitemporal a").first().click();
        page.waitForURL(Pattern.compile("validAt=.*knownAt="));
        assertThat(page.locator(".band")).isVisible();
    }

    @Test
    void the_briefing_prints_on_paper() {
        Page page = visitor.open("/briefing?knownAt=353", Visitor.Look.ENGLISH);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(page.locator("tr:has-text('Comprehensive bonded zones')").first())
                .containsText("156");
    }

    @Test
    void evidence_is_proved_in_the_browser_and_a_changed_file_is_not() throws Exception {
        Page zone = visitor.open("/zones/tianjin-port?validAt=2022-12-31", Visitor.Look.ENGLISH);
        Download download = zone.waitForDownload(
                () -> zone.getByText("Download the evidence").click());
        byte[] evidence = Files.readAllBytes(download.path());

        Page page = visitor.open("/audit/verify", Visitor.Look.ENGLISH);
        page.locator("#key").fill(text("/v1/audit/key"));
        assertThat(verified(page, evidence)).contains("Proved", "tianjin-port", "What is not proved");

        byte[] changed = evidence.clone();
        changed[changed.length / 2] ^= 1;
        assertThat(verified(page, changed)).contains("Not proved");

        page.locator("#key").fill("someone+87d688f2+AUC8NcbzhdLNKXyXcfDpNI8KXLmdHhoWWSBzeS5ufZ34");
        assertThat(verified(page, evidence)).contains("Not proved");
    }

    private static String verified(Page page, byte[] evidence) {
        page.locator("#file").setInputFiles(new FilePayload("evidence.zip", "application/zip", evidence));
        page.locator("#result").evaluate("result => result.replaceChildren()");
        page.locator("#form button").click();
        page.locator("#result .outcome").waitFor();
        return page.locator("#result").innerText();
    }

    @Test
    void a_file_with_bad_lines_is_imported_and_they_are_listed() {
        Page page = visitor.open("/work", Visitor.Look.ENGLISH);
        String lines = """
                {"entryId": "journey-1", "zone": "tianjin-port", "period": "2022", "direction": "import", \
                 "businessForm": "other", "value": "1.00"}
                {"entryId": "journey-2", "zone": "no-such-zone", "period": "2022", "direction": "import", \
                 "businessForm": "other", "value": "1.00"}
                this is no entry
                """;
        page.locator("#import-file")
                .setInputFiles(new FilePayload(
                        "entries.ndjson", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
        int before = page.locator("#imported tbody tr").count();
        page.evaluate("""
                () => {
                  window.sent = 0;
                  const fetched = window.fetch;
                  window.fetch = async (to, how) => {
                    if (how?.method === "POST") {
                      window.sent++;
                      await new Promise((done) => setTimeout(done, 500));
                    }
                    return fetched(to, how);
                  };
                }""");
        page.locator("#import button").click();
        assertThat(page.locator("#import button")).isDisabled();
        page.locator("#import").dispatchEvent("submit");
        assertThat(page.locator("#import-said")).containsText("done: 3 lines read, 1 recorded");
        assertThat(page.locator("#import-refused tbody tr")).hasCount(2);
        assertThat(page.locator("#import-refused a[download]")).hasText(Pattern.compile("The refused lines as a file"));
        assertThat(page.locator("#imported tbody tr")).hasCount(before + 1);
        assertThat(page.locator("#import button")).isEnabled();
        assertThat(page.evaluate("window.sent")).isEqualTo(1);
    }

    @Test
    void the_progress_of_jobs_is_told_in_the_language_of_the_page() {
        Page page = visitor.open("/audit", Visitor.Look.CHINESE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("开始验证"))
                .click();
        assertThat(page.locator("#verification")).hasText(Pattern.compile("已完成 · 已核事件: [0-9]+ / [0-9]+ · 发现: 0"));
        assertThat(page.locator("#verified tbody tr").first()).containsText("已完成");
    }

    @Test
    void a_command_is_previewed_and_then_recorded() {
        Page page = visitor.open("/work?task=convert&zone=shanghai-waigaoqiao", Visitor.Look.ENGLISH);
        page.getByLabel("Effective on").fill("2025-01-01");
        page.locator("#preview").click();
        assertThat(page.locator("#outcome")).containsText("Converted to a comprehensive zone");
        assertThat(page.locator("#outcome table")).containsText("from 1 January 2025");
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("It is recorded, at position");
        String position = page.locator("#outcome p").first().innerText().replaceAll("\\D", "");
        page.navigate(address + "/zones/shanghai-waigaoqiao?validAt=2025-06-30&knownAt=" + position);
        assertThat(page.locator(".members")).containsText("Comprehensive bonded zone");
    }

    @Test
    void commands_and_files_are_sent_without_scripts() {
        Page page = visitor.open("/work?task=area&zone=tianjin-port", Visitor.Look.SCRIPTLESS);
        page.getByLabel("Effective on").fill("never");
        page.getByLabel("Area in km²").fill("1.5");
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("It is refused:");
        assertThat(page.getByLabel("Effective on")).hasValue("never");
        assertThat(page.locator(".broken")).hasCount(1);
        visitor.hadOneRefusal();
        page.getByLabel("Effective on").fill("2025-02-01");
        page.locator("#preview").click();
        assertThat(page.locator("#outcome")).containsText("It would record:");
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("It is recorded, at position:");
        String recorded = page.locator("#outcome p").first().innerText();
        page.reload();
        assertThat(page.locator("#outcome p").first()).hasText(recorded);

        String lines = """
                entryId,zone,period,direction,businessForm,value
                scriptless-1,tianjin-port,2022,import,other,1.00
                scriptless-2,no-such-zone,2022,import,other,1.00
                """;
        page.locator("#import-file")
                .setInputFiles(new FilePayload("entries.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
        page.locator("#import button").click();
        assertThat(page.locator("#import-said")).containsText("1 recorded");
        assertThat(page.locator("#import-refused tbody tr")).hasCount(1);

        page.navigate(address + "/audit");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start a verification"))
                .click();
        page.waitForURL(Pattern.compile("/audit#verifications"));
        assertThat(page.locator("section:has(#verifications) tbody tr").first()).isVisible();
    }

    @Test
    void lists_are_downloaded_by_links() throws Exception {
        Page page = visitor.open("/zones?validAt=2022-12-31", Visitor.Look.SCRIPTLESS);
        for (String form : List.of("CSV", "XLSX")) {
            Download download = page.waitForDownload(() -> page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(form).setExact(true))
                    .click());
            assertThat(download.suggestedFilename())
                    .matches("zones_on-2022-12-31_as-known-at-\\d+[.]" + form.toLowerCase(Locale.ROOT));
            assertThat(Files.size(download.path())).isGreaterThan(1_000);
        }
    }

    @Test
    void several_bars_of_the_log_are_chosen_by_dragging() {
        Page page = visitor.open("/audit", Visitor.Look.ENGLISH);
        Locator bars = page.locator("#brush a");
        var first = bars.first().boundingBox();
        var last = bars.last().boundingBox();
        page.mouse().move(first.x + first.width / 2, first.y + first.height / 2);
        page.mouse().down();
        page.mouse().move(last.x + last.width / 2, last.y + last.height / 2);
        page.mouse().up();
        page.waitForURL(Pattern.compile(bars.count() > 1 ? "after=0&upTo=[0-9]+#log" : "/audit"));
        assertThat(page.locator("input[name=after][type=number]")).isVisible();
    }

    @Test
    void a_whole_log_is_proved_in_the_browser_and_a_changed_one_is_not() throws Exception {
        Page page = visitor.open("/audit/verify", Visitor.Look.CHINESE);
        assertThat(page.locator("#pin")).isHidden();
        page.locator("summary").click();
        page.locator("#key").fill(text("/v1/audit/key"));
        page.locator("#checkpoint").fill(text("/v1/audit/checkpoint"));
        page.locator("#zone").fill("tianjin-port");
        page.locator("#day").fill("2022-12-31");
        byte[] log = text("/v1/audit/export").getBytes(StandardCharsets.UTF_8);
        assertThat(verifiedLog(page, log)).contains("已证明", "comprehensive-bonded-zone");
        byte[] changed = new String(log, StandardCharsets.UTF_8)
                .replaceFirst("tianjin-port", "tianjin-fort")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verifiedLog(page, changed)).contains("未证明", "checkpoint");
    }

    private static String verifiedLog(Page page, byte[] log) {
        page.locator("#file").setInputFiles(new FilePayload("log.ndjson", "application/x-ndjson", log));
        page.locator("#result").evaluate("result => result.replaceChildren()");
        page.locator("#form button").click();
        page.locator("#result .outcome").waitFor();
        return page.locator("#result").innerText();
    }

    @Test
    void the_verifier_asks_for_what_is_missing_and_does_not_blame_the_file() throws Exception {
        Page page = visitor.open("/audit/verify", Visitor.Look.CHINESE);
        assertThat(page).hasTitle("验证证据或整个日志 · 特殊监管区域登记处");
        String key = text("/v1/audit/key");
        page.locator("#key").fill(key);
        page.locator("#file")
                .setInputFiles(new FilePayload("log.ndjson", "application/x-ndjson", new byte[] {'{', '}', '\n'}));
        page.locator("#form button").click();
        assertThat(page.locator("#result .asked")).containsText("请填写检查点");
        assertThat(page.locator("#checkpoint")).isFocused();
        page.locator("#key").fill(key.strip().substring(1));
        page.locator("#form button").click();
        assertThat(page.locator("#result .asked")).containsText("这不是公钥");
        assertThat(page.locator("#result")).not().containsText("未证明");
    }

    @Test
    void pages_are_readable_without_scripts() throws Exception {
        assertThat(text("/?validAt=2022-12-31"))
                .contains("<table>", "name=\"validAt\"", "The zones on 31 December 2022");
    }

    private static String text(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + path))
                                    .header("Accept", path.startsWith("/v1") ? "*/*" : "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
