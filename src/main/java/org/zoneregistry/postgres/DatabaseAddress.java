package org.zoneregistry.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL server in any common form: libpq's {@code postgresql://} (or {@code postgres://}), JDBC's
 * {@code jdbc:postgresql://}, and Vert.x's {@code vertx-reactive:postgresql://}, with or without user and password.
 *
 * @param server host and port, as in a URI
 * @param parameters such as {@code sslmode=require}, as in a URI, or null
 */
record DatabaseAddress(
        String server,
        String database,
        @Nullable String parameters,
        @Nullable String user,
        @Nullable String password) {

    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:|vertx-reactive:)?(?:postgresql|postgres):(?=//)");

    /** @throws IllegalArgumentException with the reason, but without the text, which may contain a password */
    static DatabaseAddress parse(String text) {
        Matcher scheme = SCHEME.matcher(text.strip());
        if (!scheme.lookingAt()) {
            throw new IllegalArgumentException("it doesn't start with postgresql:// or jdbc:postgresql://");
        }
        URI uri;
        try {
            uri = new URI("postgresql:" + text.strip().substring(scheme.end()));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed.getReason() + " at character " + malformed.getIndex());
        }
        String authority = uri.getRawAuthority() == null ? "localhost" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        String path = uri.getRawPath();
        if (path == null || path.length() < 2) {
            throw new IllegalArgumentException("it has no database name");
        }
        String query = uri.getRawQuery();
        return new DatabaseAddress(
                authority.substring(at + 1),
                path.substring(1),
                otherThanCredentials(query),
                orElse(decoded(colon < 0 ? credentials : credentials.substring(0, colon)), parameter(query, "user")),
                orElse(decoded(colon < 0 ? "" : credentials.substring(colon + 1)), parameter(query, "password")));
    }

    /** For the reactive client; without user and password. */
    String reactiveUrl() {
        return "postgresql://" + address();
    }

    /** For JDBC; without user and password. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + address();
    }

    private String address() {
        return server + "/" + database + (parameters == null ? "" : "?" + parameters);
    }

    private static @Nullable String otherThanCredentials(@Nullable String query) {
        String rest = pairs(query)
                .filter(pair -> !pair.startsWith("user=") && !pair.startsWith("password="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }

    private static @Nullable String parameter(@Nullable String query, String name) {
        return pairs(query)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> pairs(@Nullable String query) {
        return query == null || query.isEmpty() ? Stream.empty() : Stream.of(query.split("&", -1));
    }

    private static @Nullable String orElse(String first, @Nullable String second) {
        return first.isEmpty() ? second : first;
    }

    private static String decoded(String encoded) {
        // A plus sign stays a plus sign: this isn't a form.
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
