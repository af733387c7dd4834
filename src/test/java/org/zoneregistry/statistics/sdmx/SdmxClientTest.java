package org.zoneregistry.statistics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.zoneregistry.statistics.SmallTrade;
import sdmxdl.Attribute;
import sdmxdl.AttributeRelationship;
import sdmxdl.Detail;
import sdmxdl.Dimension;
import sdmxdl.Series;
import sdmxdl.StructureRef;

/** A real client lists the flow, reads its structure, and reads data: the same figures as the JSON of the cube. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SdmxClientTest {

    @TestHTTPResource("/v1/sdmx")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI endpoint;

    private final SmallTrade trade = new SmallTrade();

    private boolean isSent;

    @BeforeEach
    void send() {
        if (!isSent) { // not in BeforeAll: the port isn't known then
            trade.send();
            isSent = true;
        }
        await();
    }

    @Test
    void it_lists_the_flow() throws IOException {
        assertThat(new SdmxClient(endpoint).flows()).singleElement().satisfies(flow -> {
            assertThat(flow.getRef()).isEqualTo(SdmxClient.TRADE);
            assertThat(flow.getStructureRef()).isEqualTo(StructureRef.parse("ZR,TRADE,1.0"));
            assertThat(flow.getName()).isEqualTo("Trade of zones");
        });
    }

    @Test
    void it_gets_the_structure_with_codes_and_concepts() throws IOException {
        String code = trade.zone("q");
        trade.office().send("/v1/zones", """
                {"code": "%s", "name": {"en": "Quay & \\"Pier\\" <1>"}, "type": "bonded-zone",
                 "province": "CN-JS", "effectiveOn": "2020-01-01"}
                """.formatted(code));
        await();

        var structure = new SdmxClient(endpoint).structure();

        assertThat(structure.getDimensions())
                .extracting(Dimension::getId)
                .containsExactly("FREQ", "REF_AREA", "DIRECTION", "BUSINESS_FORM", "HS_CHAPTER");
        assertThat(structure.getTimeDimensionId()).isEqualTo("TIME_PERIOD");
        assertThat(structure.getPrimaryMeasureId()).isEqualTo("OBS_VALUE");
        assertThat(codes(structure.getDimensions(), 0)).containsOnlyKeys("A", "M");
        assertThat(codes(structure.getDimensions(), 1))
                .containsEntry("_T", "All zones")
                .containsEntry("CN-JS", "Zones in Jiangsu")
                .containsEntry(code, "Quay & \"Pier\" <1>")
                .containsKeys(trade.zone("a"), trade.zone("d"));
        assertThat(codes(structure.getDimensions(), 2)).containsOnlyKeys("_T", "import", "export", "_X");
        assertThat(codes(structure.getDimensions(), 3)).containsKeys("_T", "bonded-processing", "unspecified");
        assertThat(codes(structure.getDimensions(), 4))
                .containsKeys("_T", "_X", "01", "97")
                .hasSize(99);
        assertThat(structure.getAttributes())
                .extracting(Attribute::getId, Attribute::getRelationship)
                .contains(
                        tuple("UNIT_MEASURE", AttributeRelationship.SERIES),
                        tuple("NOT_BROKEN_DOWN", AttributeRelationship.OBSERVATION),
                        tuple("ENTRIES", AttributeRelationship.OBSERVATION),
                        tuple("ZONE_MONTHS", AttributeRelationship.OBSERVATION),
                        tuple("TOTALS_BESIDE_DIRECTIONS", AttributeRelationship.OBSERVATION));
    }

    @Test
    void it_gets_the_figures_that_the_cube_has() throws IOException {
        String zones = trade.zone("a") + "+" + trade.zone("b") + "+" + trade.zone("c");

        Map<String, BigDecimal> figures = new SdmxClient(endpoint).figures("." + zones + "...");

        assertThat(parts(figures, "A")).isEqualTo(rows("from=" + trade.before() + "&to=" + trade.year(), "year"));
        assertThat(parts(figures, "M"))
                .isEqualTo(rows("from=" + trade.year() + "-01&to=" + trade.year() + "-12", "month"));
        assertThat(figures)
                .containsEntry("A." + trade.zone("a") + "._T._T._T " + trade.year(), new BigDecimal("400.00"))
                .containsEntry("A." + trade.zone("a") + "._T._T.84 " + trade.year(), new BigDecimal("300.00"))
                .containsEntry("A." + trade.zone("a") + ".export._T._T " + trade.year(), new BigDecimal("100.00"))
                .containsEntry("A." + trade.zone("b") + "._X._T._X " + trade.year(), new BigDecimal("200.00"));
    }

    @Test
    void it_gets_one_series_with_what_is_said_of_it() throws IOException {
        trade.record("a", trade.year(), "total", "other", null, "50");
        await();
        String key = "M." + trade.zone("a") + "._T._T._T";

        assertThat(new SdmxClient(endpoint).series(key, Detail.FULL))
                .singleElement()
                .satisfies(series -> {
                    assertThat(series.getMeta())
                            .isEqualTo(Map.of("UNIT_MEASURE", "CNY", "UNIT_MULT", "0", "DECIMALS", "2"));
                    assertThat(series.getObsList())
                            .extracting(observation -> observation.getMeta().get("NOT_BROKEN_DOWN"))
                            .containsExactly("50.00", "50.00");
                    assertThat(series.getObsList())
                            .allSatisfy(observation -> assertThat(observation.getMeta())
                                    .containsEntry("ENTRIES", "1")
                                    .containsEntry("ZONES", "1")
                                    .containsEntry("MONTHS", "1")
                                    .containsEntry("WHOLE_YEARS", "0"));
                });
        assertThat(new SdmxClient(endpoint).series(key.replace("M.", "A."), Detail.FULL))
                .singleElement()
                .satisfies(series -> {
                    assertThat(series.getObsList().getLast().getMeta())
                            .containsEntry("ENTRIES", "3")
                            .containsEntry("MONTHS", "2")
                            .containsEntry("WHOLE_YEARS", "1")
                            .containsEntry("YEARS_BESIDE_MONTHS", "1")
                            .containsEntry("TOTALS_BESIDE_DIRECTIONS", "0");
                });
    }

    @Test
    void it_gets_the_keys_alone() throws IOException {
        String key = "A." + trade.zone("a") + ".import+export._T._T";

        assertThat(new SdmxClient(endpoint).series(key, Detail.SERIES_KEYS_ONLY))
                .allSatisfy(series -> assertThat(series.getObs()).isEmpty())
                .extracting(Series::getKey)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(key.replace("import+", ""), key.replace("+export", ""));
    }

    /** The client can't wait for events that were just sent, so another request waits first. */
    private void await() {
        trade.office().ask("/v1/statistics/trade?from=2022").statusCode(200);
    }

    private static Map<String, String> codes(List<Dimension> dimensions, int index) {
        return dimensions.get(index).getCodes();
    }

    /** The figures of a frequency with a complete breakdown, except by direction. */
    private static Map<String, BigDecimal> parts(Map<String, BigDecimal> figures, String frequency) {
        var parts = new TreeMap<String, BigDecimal>();
        figures.forEach((key, value) -> {
            if (key.matches(frequency + "\\.[^.]+\\._T\\.(?!_T)[^.]+\\.(?!_T).+")) {
                parts.put(key, value);
            }
        });
        return parts;
    }

    /** The same from the JSON of the cube. */
    private Map<String, BigDecimal> rows(String periods, String time) {
        var figures = new TreeMap<String, BigDecimal>();
        List<Map<String, Object>> rows = trade.office()
                .ask("/v1/statistics/trade?" + periods + "&groupBy=zone,businessForm,hsChapter," + time)
                .extract()
                .jsonPath()
                .getList("rows");
        rows.forEach(row -> figures.put(
                String.join(
                        ".",
                        time.equals("year") ? "A" : "M",
                        String.valueOf(row.get("zone")),
                        "_T",
                        String.valueOf(row.get("businessForm")),
                        String.valueOf(row.getOrDefault("hsChapter", "_X")) + " " + row.get(time)),
                new BigDecimal(String.valueOf(row.get("total")))));
        assertThat(figures).isNotEmpty();
        return figures;
    }
}
