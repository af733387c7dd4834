package org.zoneregistry.statistics.sdmx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message of structural metadata in SDMX-ML 2.1. */
final class StructureMessage {

    /** The dimension of observations in a series. */
    static final String TIME = "TIME_PERIOD";

    /** The observed value. */
    static final String VALUE = "OBS_VALUE";

    private static final String DESCRIPTION =
            "The trade of special customs supervision zones in yuan, summed exactly from trade entries. The code _T is"
                    + " the total of a dimension, _X an unknown value.";

    private final XmlParts xml = new XmlParts("Structure", Namespace.MESSAGE, Namespace.COMMON, Namespace.STRUCTURE);

    private final Metadata found;

    /** A message with the found metadata, not yet begun. */
    StructureMessage(Metadata found) {
        this.found = found;
    }

    /** The part before the zones. */
    byte[] begin(MessageHeader header) {
        header.start(xml);
        xml.end();
        xml.start(Namespace.MESSAGE, "Structures");
        if (found.dataflow()) {
            within("Dataflows", this::dataflow);
        }
        if (!found.codelists().isEmpty()) {
            xml.start(Namespace.STRUCTURE, "Codelists");
            List<Codelist> withZones =
                    found.codelists().stream().filter(Codelist::hasZones).toList();
            found.codelists().stream().filter(list -> !list.hasZones()).forEach(list -> {
                begin(list);
                xml.end();
            });
            withZones.forEach(this::begin);
        }
        return xml.take();
    }

    /** Some of the zones. */
    byte[] zones(List<Code> some) {
        some.forEach(this::code);
        return xml.take();
    }

    /** The part after them. */
    byte[] end() {
        if (found.hasZones()) {
            xml.end();
        }
        if (!found.codelists().isEmpty()) {
            xml.end();
        }
        if (found.concepts()) {
            within("Concepts", this::concepts);
        }
        if (found.structure()) {
            within("DataStructures", this::structure);
        }
        xml.endDocument();
        return xml.take();
    }

    private void dataflow() {
        maintained("Dataflow", TradeFlow.ID, "Trade of zones");
        xml.text(Namespace.COMMON, "Description", "en", DESCRIPTION);
        within(
                "Structure",
                () -> xml.reference(
                        "id", TradeFlow.ID,
                        "version", TradeFlow.VERSION,
                        "agencyID", TradeFlow.AGENCY,
                        "package", "datastructure",
                        "class", "DataStructure"));
        xml.end();
    }

    private void begin(Codelist list) {
        maintained("Codelist", list.id(), list.name());
        list.codes().forEach(this::code);
    }

    private void code(Code code) {
        xml.start(Namespace.STRUCTURE, "Code", "id", code.id());
        name(code.en());
        if (code.zh() != null) {
            xml.text(Namespace.COMMON, "Name", "zh", code.zh());
        }
        if (code.parent() != null) {
            within("Parent", () -> xml.reference("id", code.parent()));
        }
        xml.end();
    }

    private void concepts() {
        maintained("ConceptScheme", TradeFlow.CONCEPTS, "Dimensions of the trade of zones");
        Arrays.stream(SeriesDimension.values()).forEach(dimension -> concept(dimension.name(), dimension.title()));
        concept(TIME, "Year or month");
        concept(VALUE, "Trade");
        Arrays.stream(SeriesAttribute.values()).forEach(attribute -> concept(attribute.name(), attribute.title()));
        xml.end();
    }

    private void concept(String id, String title) {
        xml.start(Namespace.STRUCTURE, "Concept", "id", id);
        name(title);
        xml.end();
    }

    private void structure() {
        maintained("DataStructure", TradeFlow.ID, "Trade of zones");
        within("DataStructureComponents", () -> {
            xml.start(Namespace.STRUCTURE, "DimensionList", "id", "DimensionDescriptor");
            int position = 0;
            for (SeriesDimension dimension : SeriesDimension.values()) {
                position++;
                component("Dimension", dimension.name(), "position", Integer.toString(position));
                within(
                        "LocalRepresentation",
                        () -> within(
                                "Enumeration",
                                () -> xml.reference(
                                        "id",
                                        dimension.codelist(),
                                        "version",
                                        TradeFlow.VERSION,
                                        "agencyID",
                                        TradeFlow.AGENCY,
                                        "package",
                                        "codelist",
                                        "class",
                                        "Codelist")));
                xml.end();
            }
            component("TimeDimension", TIME, "position", Integer.toString(position + 1));
            typed("ObservationalTimePeriod");
            xml.end();
            xml.end();
            xml.start(Namespace.STRUCTURE, "AttributeList", "id", "AttributeDescriptor");
            Arrays.stream(SeriesAttribute.values()).forEach(this::attribute);
            xml.end();
            xml.start(Namespace.STRUCTURE, "MeasureList", "id", "MeasureDescriptor");
            component("PrimaryMeasure", VALUE);
            typed("Decimal");
            xml.end();
            xml.end();
        });
        xml.end();
    }

    private void attribute(SeriesAttribute attribute) {
        boolean ofSeries = attribute.constant() != null;
        component("Attribute", attribute.name(), "assignmentStatus", ofSeries ? "Mandatory" : "Conditional");
        typed(attribute.type());
        within("AttributeRelationship", () -> {
            if (ofSeries) {
                Arrays.stream(SeriesDimension.values()).forEach(dimension -> relatedTo("Dimension", dimension.name()));
            } else {
                relatedTo("PrimaryMeasure", VALUE);
            }
        });
        xml.end();
    }

    private void relatedTo(String element, String id) {
        within(element, () -> xml.reference("id", id));
    }

    /** Begins a component, and names its concept. */
    private void component(String element, String id, @Nullable String... more) {
        xml.start(
                Namespace.STRUCTURE,
                element,
                Stream.concat(Stream.of("id", id), Arrays.stream(more)).toArray(String[]::new));
        within(
                "ConceptIdentity",
                () -> xml.reference(
                        "id",
                        id,
                        "maintainableParentID",
                        TradeFlow.CONCEPTS,
                        "maintainableParentVersion",
                        TradeFlow.VERSION,
                        "agencyID",
                        TradeFlow.AGENCY,
                        "package",
                        "conceptscheme",
                        "class",
                        "Concept"));
    }

    private void typed(String type) {
        within("LocalRepresentation", () -> xml.empty(Namespace.STRUCTURE, "TextFormat", "textType", type));
    }

    /** Begins an artefact of an agency. */
    private void maintained(String element, String id, String title) {
        xml.start(Namespace.STRUCTURE, element, "id", id, "version", TradeFlow.VERSION, "agencyID", TradeFlow.AGENCY);
        name(title);
    }

    private void name(String english) {
        xml.text(Namespace.COMMON, "Name", "en", english);
    }

    private void within(String element, Runnable content) {
        xml.start(Namespace.STRUCTURE, element);
        content.run();
        xml.end();
    }
}
