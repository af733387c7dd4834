package org.zoneregistry.packaged;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts for parameters, headers and members: known to the registry, slightly wrong, and hostile ones. */
final class FuzzValues {

    private static final List<String> HOSTILE = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "\u001b[2J\u001b[31mERROR forged",
            "x\r\n12:00:00.000 ERROR forged",
            "\u202eabc",
            "\ufeff",
            "\uffff",
            "\u2028",
            "\u0085",
            "e\u0301",
            "\u200b",
            "新港区",
            "\ud83d\ude00",
            "İıſK",
            "ß".repeat(300),
            "x".repeat(3_000),
            "' or 1=1 --",
            "');drop table event;--",
            "$$",
            "\\",
            "\"",
            "%",
            "%s%n%x",
            "{0}",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "..",
            ".",
            "/",
            ";",
            "<script>",
            "]]>",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e400",
            "NaN",
            "0x10",
            "１２",
            "2022-02-30",
            "0000-00-00",
            "9999-12-31",
            "-999999999-01-01",
            "+2022-01-01",
            "2022-W01",
            "2022-12-31T24:00:00Z",
            "2022-12-31T23:59:60Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "null",
            "true",
            "[]",
            "{}",
            " ",
            " a",
            "a,b",
            "*");

    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "application/json",
            "application/*",
            "text/*",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "text/event-stream",
            "application/xml",
            "text/html",
            "application/problem+json",
            "image/png",
            "",
            ",",
            "*/*;q=0",
            "*/*;q=0.0001",
            "text/csv;q=0.5, application/json;q=0.4",
            "application/json;q=0, */*",
            "application/json;version=1;q=0.9, text/csv;header=absent",
            "text/csv;a=\"b,c;q=0\"",
            "application/vnd.sdmx.genericdata+xml;version=2.1",
            "a",
            "/",
            ";;;,/",
            "text/csv;q=x",
            "application/json;q=1.0000000000000000000001",
            "\u00ff\u00fe",
            "application/json,".repeat(200));

    private static final List<String> IF_MATCHES = List.of(
            "*",
            "\"1\"",
            "\"412-0f343b0931126a20f133d67c2b018a3b\"",
            "W/\"1\"",
            "\"",
            "x",
            "\"a\", \"b\"",
            "\"99999999999999999999-x\"");
    private static final List<String> PREFERS =
            List.of("return=minimal", "respond-async", "wait=0", "handling=strict", ";", "return=\"");
    private static final List<String> RANGES =
            List.of("bytes=0-0", "bytes=-1", "bytes=5-1", "rows=0-", "bytes=0-,0-,0-", "bytes=99999999999999999999-");
    private static final List<String> DATES = List.of(
            "Mon, 23 Nov 2026 22:40:23 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "x",
            "Fri, 31 Dec 9999 23:59:59 GMT");
    private static final List<String> PLACES =
            List.of("0", "1", "7", "99999999", "-1", "99999999999999999999", "x", "+1");

    private static final List<String> CORRELATIONS = List.of("fuzz", "a b", "x".repeat(200), "\u001b[31m", "\u00e9");
    private static final List<String> TRACES =
            List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "ff-x", "00-0-0-0");
    private static final List<String> MEDIA = List.of(
            "application/json",
            "text/csv",
            "application/x-ndjson",
            "text/plain",
            "application/json;charset=utf-16",
            "x",
            "*/*",
            "");
    private static final List<String> CODINGS = List.of("gzip", "identity", "br", "gzip, gzip", "x");

    /** Header fields with a meaning for a server. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("Accept", ACCEPTS),
            Map.entry("If-Match", IF_MATCHES),
            Map.entry("If-None-Match", IF_MATCHES),
            Map.entry("If-Modified-Since", DATES),
            Map.entry("Prefer", PREFERS),
            Map.entry("Range", RANGES),
            Map.entry("If-Range", IF_MATCHES),
            Map.entry("Accept-Datetime", DATES),
            Map.entry("Registry-Min-Position", PLACES),
            Map.entry("Last-Event-ID", PLACES),
            Map.entry("Correlation-Id", CORRELATIONS),
            Map.entry("traceparent", TRACES),
            Map.entry("Content-Type", MEDIA),
            Map.entry("Content-Encoding", CODINGS),
            Map.entry("Accept-Encoding", CODINGS),
            Map.entry("Accept-Language", List.of("zh-CN", "???", "*;q=0")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("X-Forwarded-Host", List.of("evil.example", "\u001b")),
            Map.entry("Forwarded", List.of("for=\"_x\";host=evil")),
            Map.entry("Cookie", List.of("a=b", "=;;=")),
            Map.entry("Authorization", List.of("Bearer x", "Basic !!!")),
            Map.entry("Origin", List.of("null", "http://evil.example")),
            Map.entry("Access-Control-Request-Method", List.of("DELETE")));

    /** The names of these header fields. */
    static final List<String> HEADERS = VALUES.keySet().stream().sorted().toList();

    private FuzzValues() {}

    static Map.Entry<String, String> header(Random random, String name) {
        return Map.entry(name, any(random, VALUES.getOrDefault(name, HOSTILE)));
    }

    static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String hostile(Random random) {
        return any(random, HOSTILE);
    }

    /** The text, or sometimes one with a character added, removed or changed, or a hostile one. */
    static String maybeBroken(Random random, String text) {
        return switch (random.nextInt(12)) {
            case 0 -> hostile(random);
            case 1 -> text + hostile(random);
            case 2 -> {
                int at = random.nextInt(text.length() + 1);
                yield text.substring(0, at) + (char) random.nextInt(0xD800) + text.substring(at);
            }
            case 3 -> text.isEmpty() ? text : text.substring(1);
            default -> text;
        };
    }

    /** Percent-encoded as a segment of a path or a value of a query; sometimes in an invalid way. */
    static String encoded(Random random, String text) {
        if (random.nextInt(40) == 0) {
            return any(
                    random,
                    List.of("%", "%zz", "%00", "%2e%2e", "%C0%AE", "..", ".", "", ";x", "%ff", "\\", "#", "%2F%2f"));
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
