package org.zoneregistry.statistics.sdmx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.cube.Coverage;

/** A message of generic data in SDMX-ML 2.1, in parts. Each part is made on request. Not thread-safe. */
final class GenericData {

    private static final int PART = 32 * 1024;

    private final Detail detail;
    private final XmlParts xml = new XmlParts("GenericData", Namespace.MESSAGE, Namespace.COMMON, Namespace.GENERIC);

    GenericData(Detail detail) {
        this.detail = detail;
    }

    /** The part before the series. */
    byte[] begin(MessageHeader header) {
        header.start(xml);
        xml.start(
                Namespace.MESSAGE,
                "Structure",
                "structureID",
                TradeFlow.ID,
                "dimensionAtObservation",
                StructureMessage.TIME);
        xml.start(Namespace.COMMON, "Structure");
        xml.reference("id", TradeFlow.ID, "version", TradeFlow.VERSION, "agencyID", TradeFlow.AGENCY);
        xml.end();
        xml.end();
        xml.end();
        xml.start(Namespace.MESSAGE, "DataSet", "structureRef", TradeFlow.ID);
        return xml.take();
    }

    /** Series, in parts of about {@value #PART} bytes. */
    List<byte[]> parts(List<Series> some) {
        var parts = new ArrayList<byte[]>();
        for (Series series : some) {
            write(series);
            if (xml.size() >= PART) {
                parts.add(xml.take());
            }
        }
        if (xml.size() > 0) {
            parts.add(xml.take());
        }
        return parts;
    }

    /** The part after them. */
    byte[] end() {
        xml.endDocument();
        return xml.take();
    }

    private void write(Series series) {
        xml.start(Namespace.GENERIC, "Series");
        xml.start(Namespace.GENERIC, "SeriesKey");
        for (SeriesDimension dimension : SeriesDimension.values()) {
            value(dimension.name(), series.key().code(dimension));
        }
        xml.end();
        if (detail.attributes()) {
            xml.start(Namespace.GENERIC, "Attributes");
            for (SeriesAttribute attribute : SeriesAttribute.values()) {
                value(attribute.name(), attribute.constant());
            }
            xml.end();
        }
        if (detail.observations()) {
            series.observations().forEach(this::write);
        }
        xml.end();
    }

    private void write(Observation observation) {
        xml.start(Namespace.GENERIC, "Obs");
        xml.empty(
                Namespace.GENERIC, "ObsDimension", "value", observation.period().toString());
        xml.empty(Namespace.GENERIC, "ObsValue", "value", observation.value().toString());
        if (detail.attributes()) {
            xml.start(Namespace.GENERIC, "Attributes");
            if (observation.notBrokenDown() != null) {
                value(
                        SeriesAttribute.NOT_BROKEN_DOWN.name(),
                        observation.notBrokenDown().toString());
            }
            write(observation.coverage());
            xml.end();
        }
        xml.end();
    }

    private void write(Coverage coverage) {
        value(SeriesAttribute.ENTRIES, coverage.entries());
        value(SeriesAttribute.ZONES, coverage.zones());
        value(SeriesAttribute.MONTHS, coverage.months());
        value(SeriesAttribute.ZONE_MONTHS, coverage.zoneMonths());
        value(SeriesAttribute.WHOLE_YEARS, coverage.wholeYears());
        value(SeriesAttribute.YEARS_BESIDE_MONTHS, coverage.yearsBesideMonths());
        value(SeriesAttribute.TOTALS_BESIDE_DIRECTIONS, coverage.totalsBesideDirections());
    }

    private void value(SeriesAttribute attribute, long number) {
        value(attribute.name(), Long.toString(number));
    }

    private void value(String id, @Nullable String value) {
        if (value != null) {
            xml.empty(Namespace.GENERIC, "Value", "id", id, "value", value);
        }
    }
}
