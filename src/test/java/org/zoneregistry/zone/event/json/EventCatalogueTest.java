package org.zoneregistry.zone.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.trade.event.json.TradeEventType;

/** docs/event-catalogue.md lists exactly the existing events. */
class EventCatalogueTest {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\d+) \\|.*");

    @Test
    void the_catalogue_lists_every_type_with_its_version() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("docs/event-catalogue.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + "#" + row.group(2))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(Stream.concat(
                                ZoneEventType.all().stream().map(type -> type.wireName() + "#" + type.version()),
                                Arrays.stream(TradeEventType.values())
                                        .map(type -> type.wireName() + "#" + type.version()))
                        .toList());
    }

    @Test
    void pages_have_a_name_for_every_type() {
        assertThat(Vocabulary.eventTypes())
                .containsExactlyElementsOf(Stream.concat(
                                ZoneEventType.all().stream().map(ZoneEventType::wireName),
                                Arrays.stream(TradeEventType.values()).map(TradeEventType::wireName))
                        .toList());
    }
}
