package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.NeedsServer;

/** The tables of docs/reference-data.md are up to date. {@code -Dreference.document=write} writes them again. */
@NeedsServer
class ReferenceDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/reference-data.md");

    @Test
    void the_tables_in_the_document_are_those_of_the_data() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(ReferenceDocument.MARK);
        int end = document.indexOf(ReferenceDocument.MARK) + ReferenceDocument.MARK.length();
        if ("write".equals(System.getProperty("reference.document"))) {
            document = document.substring(0, end) + ReferenceDocument.generated();
            Files.writeString(DOCUMENT, document);
        }
        assertThat(document.substring(end)).isEqualTo(ReferenceDocument.generated());
    }
}
