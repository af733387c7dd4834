package org.zoneregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Documents have one sentence in a line, no long lines, and links to existing files. Their code blocks and tables may
 * be wider, the code itself may not.
 */
class DocumentsTest {

    private static final int COLUMNS = 120;
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
    private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?][\"”]? +\\p{Lu}");
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d+\\. ");
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|sql|properties|html)|scripts/[a-z-]+");
    private static final Pattern DECISION =
            Pattern.compile("# (\\d+)\\. (.+)\\n\\n- Status: .+\\n- Date: \\d{4}-\\d{2}-\\d{2}\\n\\n[^-][\\s\\S]*");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

    @Test
    void lines_are_short_and_have_one_sentence() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path document : documents()) {
            for (String line : prose(Files.readString(document))) {
                if (line.length() > COLUMNS) {
                    found.add(document + " is too wide: " + line);
                }
                if (SECOND_SENTENCE.matcher(withoutAsides(line)).find()) {
                    found.add(document + " has two sentences in a line: " + line);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void lines_of_code_are_short() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            for (String line : Files.readString(source).lines().toList()) {
                if (line.codePointCount(0, line.length()) > COLUMNS) {
                    found.add(source + " is too wide: " + line);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void decisions_have_one_form_and_are_in_the_index() throws IOException {
        Path decisions = Path.of("docs/adr");
        String index = Files.readString(decisions.resolve("README.md")).replaceAll("\n +", " ");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(decisions)) {
            for (Path file : files.filter(file -> !file.endsWith("README.md")).toList()) {
                Matcher decision = DECISION.matcher(Files.readString(file));
                if (!decision.matches()) {
                    found.add(file + " needs a title with its number, a status and a date");
                } else if (!index.contains(
                        "- [" + decision.group(1) + "](" + file.getFileName() + "): " + decision.group(2) + "\n")) {
                    found.add(file + " is not in the index under its title");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void links_lead_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                if (!Files.exists(document.toAbsolutePath().resolveSibling(Objects.requireNonNull(links.group(1))))) {
                    broken.add(document + " links to " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"));
                Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            return Stream.concat(sources, scripts)
                    .filter(file -> Files.isRegularFile(file)
                            && SOURCE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> below = Files.walk(Path.of("docs"));
                Stream<Path> beside = Files.list(Path.of(""))) {
            return Stream.concat(below, beside)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> prose(String document) {
        List<String> prose = new ArrayList<>();
        boolean isCode = false;
        for (String line : document.lines().toList()) {
            if (line.strip().startsWith("```")) {
                isCode = !isCode;
            } else if (!isCode && !line.strip().startsWith("|") && !line.startsWith("#")) {
                prose.add(line);
            }
        }
        return prose;
    }

    private static String withoutAsides(String line) {
        String shorter = CODE.matcher(NUMBER.matcher(line).replaceFirst("")).replaceAll("x");
        for (String before = ""; !before.equals(shorter); ) {
            before = shorter;
            shorter = ASIDE.matcher(shorter).replaceAll("");
        }
        return shorter;
    }
}
