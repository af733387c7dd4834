package org.zoneregistry.streams.cube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.money.Amount;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.event.json.TradeEventType;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.TradeCell;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The written form of cells, sums and entries: canonical JSON (RFC 8785), so that equal values have equal bytes. A cell
 * has the members of its entries. A sum is {@code {"amount": "198400000000.00", "entries": 3}}, in yuan.
 */
public final class CellForm {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CellForm() {}

    /** The form of a cell, the key of the output. */
    public static Serde<TradeCell> cells() {
        return form(CellForm::write, CellForm::readCell);
    }

    /** The form of a sum, the value of the output. */
    public static Serde<CellSum> sums() {
        return form(CellForm::write, CellForm::readSum);
    }

    /** The form of an entry, as in the event that records it. */
    static Serde<TradeEntry> entries() {
        return form(
                entry -> TradeEventJson.write(new TradeRecorded(entry)),
                json -> ((TradeRecorded) TradeEventJson.read(TradeEventType.TRADE_RECORDED, json)).entry());
    }

    private static JsonNode write(TradeCell cell) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("zone", cell.zone().value());
        json.put("period", cell.period().toString());
        json.put("direction", cell.direction().wireName());
        json.put("businessForm", cell.businessForm().wireName());
        put(json, "hsChapter", cell.hsChapter());
        put(json, "enterprise", cell.enterprise());
        put(json, "partner", cell.partner());
        return json;
    }

    private static TradeCell readCell(JsonNode json) {
        return new TradeCell(
                new ZoneCode(json.required("zone").textValue()),
                Period.parse(json.required("period").textValue()),
                Direction.parse(json.required("direction").textValue()),
                BusinessForm.parse(json.required("businessForm").textValue()),
                optional(json, "hsChapter", HsChapter::new),
                optional(json, "enterprise", EnterpriseId::new),
                optional(json, "partner", Country::new));
    }

    private static JsonNode write(CellSum sum) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", sum.amount().toString())
                .put("entries", sum.entries());
    }

    private static CellSum readSum(JsonNode json) {
        return new CellSum(
                Amount.parse(json.required("amount").textValue()),
                json.required("entries").longValue());
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static <T> @Nullable T optional(JsonNode json, String name, Function<String, T> parser) {
        return json.has(name) ? parser.apply(json.get(name).textValue()) : null;
    }

    private static <T> Serde<T> form(Function<T, JsonNode> writer, Function<JsonNode, T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : CanonicalJson.bytes(writer.apply(value)),
                (topic, bytes) -> bytes == null ? null : reader.apply(parsed(topic, bytes)));
    }

    private static JsonNode parsed(String topic, byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException broken) {
            throw new SerializationException("What is in " + topic + " is no JSON.", broken);
        }
    }
}
