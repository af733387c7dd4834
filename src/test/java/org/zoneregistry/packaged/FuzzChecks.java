package org.zoneregistry.packaged;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.zoneregistry.audit.note.SignedNote;

/** Checks that apply to every answer. */
final class FuzzChecks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E](?:[\\t\\x20-\\x7E]*[\\x21-\\x7E])?");
    private static final Pattern STRONG = Pattern.compile("\"[\\x21\\x23-\\x7E]*\"");
    private static final Pattern INTERNALS =
            Pattern.compile("\tat [a-z]|\\[B@|Exception\\b|(?:org|io|java|com)\\.[a-z]+\\.[a-z]+\\.[A-Za-z.]*[A-Z]");
    private static final Set<String> ONLY_ONCE = Set.of(
            "content-type",
            "content-length",
            "content-security-policy",
            "etag",
            "cache-control",
            "location",
            "retry-after",
            "vary");

    private final Set<String> problems;

    /** @param problems the documented types */
    FuzzChecks(Set<String> problems) {
        this.problems = problems;
    }

    /** Throws an {@link AssertionError}, or the exception of parsing the body. */
    void check(FuzzRequest request, FuzzAnswer answer) throws Exception {
        headers(answer);
        require(answer.status() >= 200, "only an interim answer");
        require(answer.header("Date").isPresent(), "no Date");
        if (answer.status() == 503 && request.target().startsWith("/q/health")) {
            return; // a busy node may be unready for a short time; the end of the test checks it again
        }
        if (answer.status() >= 500) {
            require(answer.status() == 503, "a server error");
            require(answer.header("Retry-After").isPresent(), "503 without Retry-After");
        }
        if (answer.header("Cache-Control")
                .filter(value -> value.contains("immutable"))
                .isPresent()) {
            require(answer.status() < 300 || answer.status() == 304, "a failure is immutable");
            require(answer.header("ETag").isPresent(), "immutable without ETag");
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        if (answer.status() >= 400 && isPage(request, answer)) {
            String page = utf8(answer.body());
            require(page.startsWith("<!doctype html>"), "no page: " + page);
            require(!INTERNALS.matcher(page).find(), "shows internals: " + page);
        } else if (answer.status() >= 400) {
            problem(answer);
        } else if (answer.status() != 304 && answer.status() != 204) {
            require(answer.status() < 300, "no redirect is expected");
            require(
                    request.types().isEmpty() || request.types().contains(answer.mediaType()),
                    "a success has a type that the document does not say: " + answer.mediaType());
            body(request, answer);
        }
    }

    /** Refusals of the start page are pages themselves. */
    private static boolean isPage(FuzzRequest request, FuzzAnswer answer) {
        return request.method().equals("GET")
                && request.target().equals("/")
                && answer.mediaType().equals("text/html");
    }

    private static void headers(FuzzAnswer answer) {
        for (Map.Entry<String, String> field : answer.headers()) {
            require(NAME.matcher(field.getKey()).matches(), "a header's name: " + field);
            require(VALUE.matcher(field.getValue()).matches(), "a header's value: " + field);
            String name = field.getKey().toLowerCase(java.util.Locale.ROOT);
            require(
                    !ONLY_ONCE.contains(name)
                            || answer.headers().stream()
                                            .filter(other -> other.getKey().equalsIgnoreCase(name))
                                            .count()
                                    == 1,
                    "a header given twice: " + name);
        }
        answer.header("ETag").ifPresent(tag -> require(STRONG.matcher(tag).matches(), "not a strong ETag: " + tag));
    }

    private void problem(FuzzAnswer answer) throws Exception {
        require(
                answer.mediaType().equals("application/problem+json"),
                "a failure is no problem: " + answer.mediaType());
        JsonNode problem = JSON.readTree(utf8(answer.body()));
        require(problems.contains(problem.path("type").asText()), "an undocumented problem: " + problem);
        require(problem.path("status").intValue() == answer.status(), "another status: " + problem);
        require(
                !problem.path("title").asText().isEmpty()
                        && !problem.path("detail").asText().isEmpty(),
                "says nothing: " + problem);
        require(!INTERNALS.matcher(problem.path("detail").asText()).find(), "shows internals: " + problem);
        for (JsonNode violation : problem.path("violations")) {
            require(!INTERNALS.matcher(violation.path("detail").asText()).find(), "shows internals: " + problem);
        }
        var instance = new java.net.URI(problem.path("instance").asText());
        require(instance != null, "no instance");
    }

    private static void body(FuzzRequest request, FuzzAnswer answer) throws Exception {
        byte[] body = answer.body();
        switch (answer.mediaType()) {
            case "application/json", "application/cloudevents-batch+json" -> {
                String text = utf8(body);
                JSON.readTree(text);
                require(!text.contains("[B@") && !text.contains("\tat "), "shows internals");
            }
            case "application/x-ndjson" -> {
                for (String line : utf8(body).lines().toList()) {
                    JSON.readTree(line);
                }
                require(body.length == 0 || body[body.length - 1] == '\n', "the last line has no end");
            }
            case "text/csv" -> csv(utf8(body));
            case "application/xml", "application/vnd.sdmx.structure+xml", "application/vnd.sdmx.genericdata+xml" ->
                xml(body);
            case "text/event-stream" -> feed(utf8(answer.isWhole() ? body : wholeLines(body)));
            case "text/plain" -> {
                String text = utf8(body);
                if (request.target().startsWith("/v1/audit/checkpoint")) {
                    SignedNote.parse(text);
                }
            }
            case "application/link-format" ->
                require(
                        utf8(body).lines().allMatch(line -> line.matches("<[^<> ]+>; rel=\"[a-z ]+\".*")),
                        "a line is no link");
            case "text/html" -> require(utf8(body).startsWith("<!doctype html>"), "no HTML");
            case "application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> {
                try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
                    require(zip.getNextEntry() != null, "an empty zip");
                    do {
                        zip.readAllBytes();
                    } while (zip.getNextEntry() != null);
                }
            }
            case "application/octet-stream" -> require(body.length > 0, "no bytes");
            case "application/yaml", "application/openmetrics-text" -> utf8(body);
            default -> throw new AssertionError("a type that nobody checks: " + answer.header("Content-Type"));
        }
    }

    private static void csv(String text) throws Exception {
        require(text.isEmpty() || text.endsWith("\r\n"), "the last row has no end");
        require(!text.replace("\r\n", "").contains("\r"), "a bare carriage return");
        try (var rows = CsvReader.builder()
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(false)
                .allowMissingFields(false)
                .ofCsvRecord(text)) {
            long width = -1;
            for (var row : rows) {
                require(width < 0 || width == row.getFieldCount(), "a row has another number of fields");
                width = row.getFieldCount();
            }
        }
    }

    private static void xml(byte[] body) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    private static void feed(String text) {
        text.lines()
                .forEach(line -> require(
                        line.isEmpty() || line.matches("(?::|(?:id|event|data|retry):).*"),
                        "a line of a feed: " + line));
    }

    private static byte[] wholeLines(byte[] part) {
        int end = part.length;
        while (end > 0 && part[end - 1] != '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(part, end);
    }

    private static String utf8(byte[] bytes) throws Exception {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
