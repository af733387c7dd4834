package org.zoneregistry.statistics.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.zoneregistry.statistics.SmallTrade;

/** The written form, without a client. Every figure is computed by hand from {@link SmallTrade}. */
@QuarkusTest
class SdmxDataTest {

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";
    private static final String GENERIC = SCHEMAS + "data/generic";

    private final SmallTrade trade = SmallTrade.alone();
    private final String ofYear = "?startPeriod=" + trade.year() + "&endPeriod=" + trade.year();

    @BeforeEach
    void send() {
        trade.send();
    }

    @Test
    void totals_are_of_all_zones_and_provinces() throws Exception {
        assertThat(figures(data("A._T+CN-JS._T+import+_X._T._T", ofYear)))
                .containsExactly(
                        "A._T._T._T._T " + trade.year() + " 1000.00",
                        "A._T._X._T._T " + trade.year() + " 200.00",
                        "A._T.import._T._T " + trade.year() + " 700.00",
                        "A.CN-JS._T._T._T " + trade.year() + " 600.00",
                        "A.CN-JS._X._T._T " + trade.year() + " 200.00",
                        "A.CN-JS.import._T._T " + trade.year() + " 300.00");
    }

    @Test
    void a_part_that_is_left_open_is_every_code_with_the_total() throws Exception {
        assertThat(figures(data("A._T._T._T.", ofYear)))
                .containsExactly(
                        "A._T._T._T._T " + trade.year() + " 1000.00",
                        "A._T._T._T.84 " + trade.year() + " 700.00",
                        "A._T._T._T.85 " + trade.year() + " 100.00",
                        "A._T._T._T._X " + trade.year() + " 200.00");
    }

    @Test
    void periods_are_bounded_by_their_days() throws Exception {
        String key = "." + trade.zone("a") + "._T._T._T";

        assertThat(figures(data(key, "?startPeriod=" + trade.before() + "-02&endPeriod=" + trade.year() + "-01")))
                .containsExactly("M." + trade.zone("a") + "._T._T._T " + trade.year() + "-01 300.00");
        assertThat(figures(data(key, "?endPeriod=" + trade.before() + "-12")))
                .containsExactly("A." + trade.zone("a") + "._T._T._T " + trade.before() + " 200.00");
    }

    @Test
    void a_past_is_answered_with_the_headers_that_every_read_has() throws Exception {
        long before = trade.office().position();
        trade.record("d", trade.year(), "total", "other", null, "1000");
        String path = "/v1/sdmx/data/TRADE/A._T._T._T._T" + ofYear;

        assertThat(figures(trade.office().ask(path))).singleElement().asString().endsWith(" 2000.00");
        ValidatableResponse past = trade.office()
                .ask(path + "&knownAt=" + before)
                .header("Registry-Position", Long.toString(before))
                .header("Cache-Control", containsString("immutable"))
                .header("Content-Type", startsWith("application/vnd.sdmx.genericdata+xml"));
        assertThat(figures(past)).singleElement().asString().endsWith(" 1000.00");
        given().head(path + "&knownAt=" + before)
                .then()
                .statusCode(200)
                .header("ETag", past.extract().header("ETag"));
        given().header("If-None-Match", past.extract().header("ETag"))
                .get(path + "&knownAt=" + before)
                .then()
                .statusCode(304);
        given().header("If-None-Match", past.extract().header("ETag"))
                .get(path + "&knownAt=" + (before + 1))
                .then()
                .statusCode(200);
    }

    @Test
    void the_message_says_which_structure_it_is_of() throws Exception {
        Element message = document(data("all", ofYear)).getDocumentElement();

        assertThat(message.getNamespaceURI()).isEqualTo(SCHEMAS + "message");
        assertThat(message.getLocalName()).isEqualTo("GenericData");
        Element structure = first(message, SCHEMAS + "message", "Structure");
        assertThat(structure.getAttribute("dimensionAtObservation")).isEqualTo("TIME_PERIOD");
        assertThat(first(structure, null, "Ref").getAttribute("id")).isEqualTo("TRADE");
        assertThat(first(message, SCHEMAS + "message", "DataSet").getAttribute("structureRef"))
                .isEqualTo(structure.getAttribute("structureID"));
    }

    @Test
    void structure_has_what_is_referred_to_where_that_is_wanted() throws Exception {
        String path = "/v1/sdmx/datastructure/ZR/TRADE/1.0";

        assertThat(kinds(path)).containsExactly("DataStructures");
        assertThat(kinds(path + "?references=children")).containsExactly("Codelists", "Concepts", "DataStructures");
        assertThat(kinds("/v1/sdmx/dataflow/all/all/latest?references=children"))
                .containsExactly("Dataflows", "DataStructures");
        assertThat(kinds("/v1/sdmx/dataflow/ZR/TRADE/latest?references=descendants"))
                .containsExactly("Dataflows", "Codelists", "Concepts", "DataStructures");
        assertThat(kinds("/v1/sdmx/codelist/ZR/CL_DIRECTION/1.0")).containsExactly("Codelists");
        assertThat(kinds("/v1/sdmx/conceptscheme/ZR/all/latest")).containsExactly("Concepts");
    }

    @Test
    void a_codelist_has_the_zones_that_were_known() throws Exception {
        long before = trade.office().position();
        String late = trade.zone("late");
        trade.office().establish(late, "bonded-zone", "CN-JS", "2020-01-01", "1");
        String path = "/v1/sdmx/codelist/ZR/CL_REF_AREA/latest";

        assertThat(codes(path)).contains(late, trade.zone("a"), "CN-JS", "_T");
        assertThat(codes(path + "?knownAt=" + before))
                .contains(trade.zone("a"), "CN-JS", "_T")
                .doesNotContain(late);
    }

    @Test
    void what_there_is_not_is_not_found() {
        for (String path : List.of(
                "/v1/sdmx/data/OTHER/all/all",
                "/v1/sdmx/data/ZR,TRADE,2.0/all/all",
                "/v1/sdmx/data/TRADE/all/ECB",
                "/v1/sdmx/dataflow/ECB/all/latest",
                "/v1/sdmx/datastructure/ZR/OTHER/latest",
                "/v1/sdmx/codelist/ZR/TRADE/latest",
                "/v1/sdmx/colours/ZR/TRADE/latest")) {
            trade.office().ask(path).statusCode(404).body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void what_is_wrong_is_named() {
        trade.office()
                .ask("/v1/sdmx/data/TRADE/A.B/all?startPeriod=2022&endPeriod=2021&detail=some&dimensionAtObservation=x")
                .statusCode(400)
                .body("violations.pointer", hasItem("{key}"))
                .body("violations.pointer", hasItem("?endPeriod"))
                .body("violations.pointer", hasItem("?detail"))
                .body("violations.pointer", hasItem("?dimensionAtObservation"));
        for (String key :
                List.of("A._T.both._T._T", "D._T._T._T._T", "A._T._T._T.98", "A.CN-XX._T._T._T", "A....+84")) {
            trade.office()
                    .ask("/v1/sdmx/data/TRADE/" + key + "/all")
                    .statusCode(400)
                    .body("violations.pointer", hasItem("{key}"));
        }
        trade.office().ask("/v1/sdmx/dataflow/all/all/latest?references=some").statusCode(400);
        trade.office().ask("/v1/sdmx/data/TRADE/all/all?firstNObservations=1").statusCode(400);
        for (String path : List.of("/v1/sdmx/data/TRADE/all/all", "/v1/sdmx/dataflow/all/all/latest")) {
            given().accept("application/vnd.sdmx.data+json").get(path).then().statusCode(406);
        }
    }

    @Test
    void plain_xml_is_to_be_had_as_well() {
        given().accept("application/xml")
                .get("/v1/sdmx/dataflow/all/all/latest")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/xml"));
    }

    private ValidatableResponse data(String key, String query) {
        return trade.office().ask("/v1/sdmx/data/ZR,TRADE,1.0/" + key + "/all" + query);
    }

    /** The observations in the order of the message: key, period and value. */
    private static List<String> figures(ValidatableResponse answer) throws Exception {
        return elements(document(answer).getDocumentElement(), GENERIC, "Obs").stream()
                .map(observation -> key((Element) observation.getParentNode()) + " "
                        + first(observation, GENERIC, "ObsDimension").getAttribute("value") + " "
                        + first(observation, GENERIC, "ObsValue").getAttribute("value"))
                .toList();
    }

    private static String key(Element series) {
        return String.join(
                ".",
                elements(first(series, GENERIC, "SeriesKey"), GENERIC, "Value").stream()
                        .map(value -> value.getAttribute("value"))
                        .toList());
    }

    private List<String> kinds(String path) throws Exception {
        Element structures =
                first(document(trade.office().ask(path)).getDocumentElement(), SCHEMAS + "message", "Structures");
        NodeList kinds = structures.getChildNodes();
        return IntStream.range(0, kinds.getLength())
                .mapToObj(i -> kinds.item(i).getLocalName())
                .toList();
    }

    private List<String> codes(String path) throws Exception {
        return elements(document(trade.office().ask(path)).getDocumentElement(), SCHEMAS + "structure", "Code").stream()
                .map(code -> code.getAttribute("id"))
                .toList();
    }

    private static Document document(ValidatableResponse answer) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        byte[] body = answer.statusCode(200).extract().asByteArray();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    private static Element first(Element within, @Nullable String namespace, String name) {
        return elements(within, namespace, name).getFirst();
    }

    private static List<Element> elements(Element within, @Nullable String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
