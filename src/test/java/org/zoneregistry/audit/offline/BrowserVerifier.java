package org.zoneregistry.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The script of the verifier for the browser, in node. */
final class BrowserVerifier {

    private static final Path PAGE = Path.of("src/main/resources/verifier/verify.html");

    private static final String PROGRAM = """
            const input = JSON.parse(require("fs").readFileSync(0, "utf8"));
            (0, eval)(input.script);
            const verifier = globalThis.zoneRegistryVerifier;
            (async () => EXPRESSION)().then((answer) => console.log(JSON.stringify(answer)));
            """;

    private BrowserVerifier() {}

    /**
     * The value of an expression in JavaScript, with {@code verifier} and {@code input}.
     *
     * @param input an object
     */
    static JsonNode run(String expression, JsonNode input) throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        ((ObjectNode) input).put("script", page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>")));
        Path inputFile = Files.createTempFile("input", ".json");
        Path answerFile = Files.createTempFile("answer", ".json");
        try {
            Files.write(inputFile, ReportText.JSON.writeValueAsBytes(input));
            Process node = new ProcessBuilder("node", "-e", PROGRAM.replace("EXPRESSION", expression))
                    .redirectInput(inputFile.toFile())
                    .redirectOutput(answerFile.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return ReportText.JSON.readTree(Files.readString(answerFile, StandardCharsets.UTF_8));
        } finally {
            Files.delete(inputFile);
            Files.delete(answerFile);
        }
    }
}
