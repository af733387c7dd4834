package org.zoneregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of settings in docs/operations.md has every setting that the code reads, with its default, and no others.
 */
class SettingsTest {

    private static final Pattern NAME = Pattern.compile("\"(registry\\.[a-z0-9.-]+)\"");
    private static final Pattern METRIC =
            Pattern.compile("(?:builder|gauge|counter)\\(\\s*\"(registry\\.[a-z0-9.-]+)\"");
    private static final Pattern WITH_DEFAULT =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(registry\\.[^\"]+)\", defaultValue = \"([^\"]*)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_`, ]+) \\| (`[^|]+`) \\| ([^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The program sets it for itself. */
    private static final Set<String> INTERNAL = Set.of("registry.ledger-directory");

    private record Row(List<String> environment, List<String> properties, String defaults) {}

    @Test
    void every_setting_is_listed_and_no_other() throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> metrics = new TreeSet<>();
        for (String source : sources()) {
            NAME.matcher(source).results().forEach(found -> read.add(found.group(1)));
            METRIC.matcher(source).results().forEach(found -> metrics.add(found.group(1)));
        }
        read.removeAll(metrics);
        read.removeAll(INTERNAL);
        Set<String> listed = rows().stream()
                .flatMap(row -> row.properties().stream())
                .filter(name -> name.startsWith("registry."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).hasSizeGreaterThan(40).isEqualTo(read);
    }

    @Test
    void variables_of_the_environment_are_spelt_as_they_are_read() throws IOException {
        for (Row row : rows()) {
            assertThat(row.environment())
                    .isEqualTo(row.properties().stream()
                            .map(name -> name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
                            .toList());
        }
    }

    @Test
    void defaults_are_those_of_the_code() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (String source : sources()) {
            WITH_DEFAULT.matcher(source).results().forEach(found -> defaults.put(found.group(1), found.group(2)));
        }
        List<String> different = new ArrayList<>();
        for (Row row : rows()) {
            for (String name : row.properties()) {
                String value = defaults.get(name);
                if (value != null && !row.defaults().contains("`" + value + "`")) {
                    different.add(name + " is " + value + " in the code and " + row.defaults() + " in the table");
                }
            }
        }
        assertThat(defaults).isNotEmpty();
        assertThat(different).isEmpty();
    }

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(row -> new Row(codes(row.group(1)), codes(row.group(2)), row.group(3)))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
