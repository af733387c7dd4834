package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zoneregistry.decision.BrokenMember;

/**
 * A kind of values of facts: its name, its unit, and its stored form.
 *
 * <p>The name is that of the member in stored events, requests and answers, and is fixed for ever. A fact lists its
 * kinds of values in its {@link FactType}. A kind that only one fact has can be a constant of that fact.
 *
 * @param <T> the type of the values in memory
 */
public final class FactValue<T> {

    public static final FactValue<ZoneName> NAME = new FactValue<>("name", "", FactValue::nameParts, FactValue::nameOf);
    public static final FactValue<ZoneType> TYPE = text("type", ZoneType::wireName, ZoneType::parse);
    public static final FactValue<String> PROVINCE = text("province", Function.identity(), Function.identity());
    public static final FactValue<String> CUSTOMS_DISTRICT =
            text("customsDistrict", Function.identity(), Function.identity());
    public static final FactValue<BigDecimal> AREA_KM2 =
            text("areaKm2", BigDecimal::toPlainString, BigDecimal::new).in("km²");
    public static final FactValue<List<ZoneCode>> ABSORBS = texts("absorbs", ZoneCode::value, ZoneCode::new);
    public static final FactValue<FacilityKind> KIND = text("kind", FacilityKind::wireName, FacilityKind::parse);
    public static final FactValue<String> REASON = text("reason", Function.identity(), Function.identity());

    private final String name;
    private final String unit;
    private final Function<T, Optional<Written>> writer;
    private final Function<Written, T> reader;

    private FactValue(String name, String unit, Function<T, Optional<Written>> writer, Function<Written, T> reader) {
        this.name = name;
        this.unit = unit;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * A kind that is stored as a text.
     *
     * @param reader throws {@link IllegalArgumentException} if the text is not such a value
     */
    public static <T> FactValue<T> text(String name, Function<T, String> writer, Function<String, T> reader) {
        return new FactValue<>(name, "", value -> Optional.of(new Written.Text(writer.apply(value))), stored -> {
            if (stored instanceof Written.Text(var text)) {
                return reader.apply(text);
            }
            throw malformed(name);
        });
    }

    /**
     * A kind that is stored as a list of texts. An empty list is stored as an absent member.
     *
     * @param reader throws {@link IllegalArgumentException} if a text is not such an element
     */
    public static <T> FactValue<List<T>> texts(String name, Function<T, String> writer, Function<String, T> reader) {
        return new FactValue<>(
                name,
                "",
                values -> values.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Written.Texts(values.stream().map(writer).toList())),
                stored -> {
                    if (stored instanceof Written.Texts(var texts)) {
                        return texts.stream().map(reader).toList();
                    }
                    throw malformed(name);
                });
    }

    /** The same kind, measured in a unit. */
    public FactValue<T> in(String measured) {
        return new FactValue<>(name, measured, writer, reader);
    }

    /** The name of the member. */
    public String name() {
        return name;
    }

    /** The sign of its unit, which pages show after the value; empty if it has none. */
    public String unit() {
        return unit;
    }

    /** The stored form of a value; empty if its member is absent. */
    Optional<Written> write(T value) {
        return writer.apply(value);
    }

    /**
     * Reads a value from its stored form.
     *
     * @throws IllegalArgumentException if it is not the stored form of such a value
     */
    T read(Written stored) {
        return reader.apply(stored);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Optional<Written> nameParts(ZoneName name) {
        return Optional.of(new Written.Parts(
                name.zh() == null ? Map.of("en", name.en()) : Map.of("en", name.en(), "zh", name.zh())));
    }

    private static ZoneName nameOf(Written stored) {
        if (stored instanceof Written.Parts(var parts)) {
            String en = parts.get("en");
            if (en != null) {
                return new ZoneName(en, parts.get("zh"));
            }
        }
        throw malformed("name");
    }

    private static BrokenMember malformed(String name) {
        return new BrokenMember(name, "has another form than that of its kind");
    }
}
