package org.zoneregistry.trade.event.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Trade events as JSON objects and back, for the log. Every member is written explicitly. Money is a decimal string
 * with two decimals. Absent members were not given.
 */
public final class TradeEventJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TradeEventJson() {}

    /** The members of an event, in its type's current version. */
    public static ObjectNode write(TradeEvent event) {
        ObjectNode json = JSON.objectNode();
        switch (event) {
            case TradeRecorded(var entry) -> writeEntry(json, entry);
            case TradeCorrected(var entry, var reason) -> {
                writeEntry(json, entry);
                json.put("reason", reason);
            }
            case TradeWithdrawn(var entryId, var zone, var reason) -> {
                json.put("entryId", entryId.value());
                json.put("zone", zone.value());
                json.put("reason", reason);
            }
            case AggregatePublished(var aggregate) -> writeAggregate(json, aggregate);
            case AggregateWithdrawn(var key, var reason) -> {
                writeKey(json, key);
                json.put("reason", reason);
            }
            case EnterpriseRegistered(var enterprise) -> writeEnterprise(json, enterprise);
            case EnterpriseWithdrawn(var id, var zone, var reason) -> {
                json.put("id", id.value());
                json.put("zone", zone.value());
                json.put("reason", reason);
            }
        }
        return json;
    }

    /**
     * The trade event in a stored event; empty if the stored event has another type.
     *
     * @throws org.zoneregistry.log.UnknownEventException if its version is later than this program knows
     */
    public static Optional<TradeEvent> read(StoredEvent stored) {
        return TradeEventType.named(stored.type())
                .map(type -> read(type, stored.knownUpTo(type.version()).data()));
    }

    /**
     * Reads the members of an event in the type's current version.
     *
     * @throws IllegalArgumentException with the name of the member, if one is missing or malformed
     */
    public static TradeEvent read(TradeEventType type, JsonNode json) {
        return switch (type) {
            case TRADE_RECORDED -> new TradeRecorded(readEntry(json));
            case TRADE_CORRECTED -> new TradeCorrected(readEntry(json), text(json, "reason"));
            case TRADE_WITHDRAWN ->
                new TradeWithdrawn(
                        new EntryId(text(json, "entryId")), new ZoneCode(text(json, "zone")), text(json, "reason"));
            case AGGREGATE_PUBLISHED -> new AggregatePublished(readAggregate(json));
            case AGGREGATE_WITHDRAWN -> new AggregateWithdrawn(readKey(json), text(json, "reason"));
            case ENTERPRISE_REGISTERED -> new EnterpriseRegistered(readEnterprise(json));
            case ENTERPRISE_WITHDRAWN ->
                new EnterpriseWithdrawn(
                        new EnterpriseId(text(json, "id")), new ZoneCode(text(json, "zone")), text(json, "reason"));
        };
    }

    /** Writes the members of an entry. */
    public static void writeEntry(ObjectNode json, TradeEntry entry) {
        json.put("entryId", entry.id().value());
        json.put("zone", entry.zone().value());
        json.put("period", entry.period().toString());
        json.put("direction", entry.direction().wireName());
        json.put("businessForm", entry.businessForm().wireName());
        put(json, "hsChapter", entry.hsChapter());
        put(json, "enterprise", entry.enterprise());
        put(json, "partner", entry.partner());
        json.put("value", entry.value().toString());
    }

    private static TradeEntry readEntry(JsonNode json) {
        return new TradeEntry(
                new EntryId(text(json, "entryId")),
                new ZoneCode(text(json, "zone")),
                Period.parse(text(json, "period")),
                Direction.parse(text(json, "direction")),
                BusinessForm.parse(text(json, "businessForm")),
                optional(json, "hsChapter", HsChapter::new),
                optional(json, "enterprise", EnterpriseId::new),
                optional(json, "partner", Country::new),
                Money.parse(text(json, "value")));
    }

    private static void writeAggregate(ObjectNode json, PublishedAggregate aggregate) {
        writeKey(json, aggregate.key());
        json.put("total", aggregate.total().toString());
        put(json, "import", aggregate.imports());
        put(json, "export", aggregate.exports());
        json.put("source", aggregate.source());
    }

    private static void writeKey(ObjectNode json, PublishedAggregate.Key key) {
        json.put("subject", key.subject().wireName());
        json.put("territory", key.territory());
        json.put("period", key.period().toString());
        BusinessForm form = key.businessForm();
        put(json, "businessForm", form == null ? null : form.wireName());
    }

    private static PublishedAggregate.Key readKey(JsonNode json) {
        return new PublishedAggregate.Key(
                AggregateSubject.parse(text(json, "subject")),
                text(json, "territory"),
                Period.parse(text(json, "period")),
                optional(json, "businessForm", BusinessForm::parse));
    }

    private static PublishedAggregate readAggregate(JsonNode json) {
        PublishedAggregate.Key key = readKey(json);
        return new PublishedAggregate(
                key.subject(),
                key.territory(),
                key.period(),
                key.businessForm(),
                Money.parse(text(json, "total")),
                optional(json, "import", Money::parse),
                optional(json, "export", Money::parse),
                text(json, "source"));
    }

    private static void writeEnterprise(ObjectNode json, Enterprise enterprise) {
        json.put("id", enterprise.id().value());
        json.put("name", enterprise.name());
        json.put("zone", enterprise.zone().value());
        json.put("industry", enterprise.industry().value());
        json.put("leading", enterprise.leading());
        json.put("effectiveOn", enterprise.effectiveOn().toString());
        json.put("effectiveNotBefore", enterprise.effectiveNotBefore().toString());
    }

    private static Enterprise readEnterprise(JsonNode json) {
        return new Enterprise(
                new EnterpriseId(text(json, "id")),
                text(json, "name"),
                new ZoneCode(text(json, "zone")),
                new Industry(text(json, "industry")),
                member(json, "leading").booleanValue(),
                LocalDate.parse(text(json, "effectiveOn")),
                LocalDate.parse(text(json, "effectiveNotBefore")));
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static JsonNode member(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The member " + name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode json, String name) {
        return string(member(json, name), name);
    }

    private static String string(JsonNode value, String name) {
        String text = value.textValue();
        if (text == null) {
            throw new IllegalArgumentException("The member " + name + " is not a string");
        }
        return text;
    }

    private static <T> @Nullable T optional(JsonNode json, String name, Function<String, T> parser) {
        JsonNode value = json.get(name);
        return value == null ? null : parser.apply(string(value, name));
    }
}
