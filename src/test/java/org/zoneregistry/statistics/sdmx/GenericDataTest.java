package org.zoneregistry.statistics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.trade.event.Period;

class GenericDataTest {

    private static final MessageHeader HEADER =
            new MessageHeader(new Prefix(412, Instant.parse("2026-11-23T22:40:23.123456Z")), Optional.empty());

    @Test
    void a_large_message_comes_in_parts_that_are_one_document_together() throws Exception {
        var message = new GenericData(Detail.FULL);
        var whole = new ByteArrayOutputStream();
        whole.write(message.begin(HEADER));
        int parts = 0;
        for (Iterator<byte[]> each = message.parts(series(1_000)).iterator(); each.hasNext(); parts++) {
            byte[] part = each.next();
            assertThat(part).hasSizeBetween(1, 64 * 1024);
            whole.write(part);
        }
        whole.write(message.end());

        assertThat(parts).isGreaterThan(10);
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(whole.toByteArray()));
        assertThat(document.getElementsByTagNameNS(Namespace.GENERIC.uri(), "Series")
                        .getLength())
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"FULL, true, true", "DATAONLY, false, true", "SERIESKEYSONLY, false, false", "NODATA, true, false"})
    void detail_says_what_a_series_has(Detail detail, boolean attributes, boolean observations) {
        var message = new GenericData(detail);
        String head = new String(message.begin(HEADER), StandardCharsets.UTF_8);
        String series = new String(message.parts(series(1)).iterator().next(), StandardCharsets.UTF_8);

        assertThat(head).contains("2026-11-23T22:40:23.123456Z", "TRADE-412");
        assertThat(series).contains("SeriesKey");
        assertThat(series.contains("UNIT_MEASURE")).isEqualTo(attributes);
        assertThat(series.contains("98400000000000000.01")).isEqualTo(observations);
        assertThat(series.contains("NOT_BROKEN_DOWN")).isEqualTo(attributes && observations);
        assertThat(series.contains("id=\"ENTRIES\" value=\"36\"")).isEqualTo(attributes && observations);
    }

    private static List<Series> series(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var codes = new EnumMap<SeriesDimension, String>(SeriesDimension.class);
                    for (SeriesDimension dimension : SeriesDimension.values()) {
                        codes.put(dimension, "zone-" + number);
                    }
                    var value = Amount.ofFen(new BigDecimal("9840000000000000001"));
                    var coverage = new Coverage(36, 3, 1, 3, 0, 0, 0);
                    return new Series(
                            new SeriesKey(codes),
                            List.of(new Observation(Period.ofMonth(2022, 12), value, coverage, value)));
                })
                .toList();
    }
}
