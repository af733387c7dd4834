package org.zoneregistry.zone.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

/**
 * Values of a fact by their kinds, without its days. A value is absent if the fact does not have it, or an amendment
 * does not change it. Immutable.
 */
public final class FactValues {

    public static final FactValues NONE = new FactValues(Map.of());

    private final Map<FactValue<?>, Object> values;

    private FactValues(Map<FactValue<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads values from their stored forms.
     *
     * @param kinds the kinds to read; all others are ignored
     * @param stored the stored form of a kind by its name, {@code null} if it is absent
     * @throws IllegalArgumentException if a stored form is malformed
     */
    public static FactValues read(List<FactValue<?>> kinds, Function<String, @Nullable Written> stored) {
        var values = new LinkedHashMap<FactValue<?>, Object>();
        for (FactValue<?> kind : kinds) {
            Written written = stored.apply(kind.name());
            if (written != null) {
                values.put(kind, Objects.requireNonNull(kind.read(written)));
            }
        }
        return new FactValues(values);
    }

    /** The value of a kind; {@code null} if it is absent. */
    @SuppressWarnings("unchecked") // a kind has only values of its own type
    public <T> @Nullable T get(FactValue<T> kind) {
        return (T) values.get(kind);
    }

    /**
     * The value of a kind that the fact cannot do without.
     *
     * @throws BrokenMember if it is absent
     */
    public <T> T required(FactValue<T> kind) {
        T value = get(kind);
        if (value == null) {
            throw new BrokenMember(kind.name(), "is required");
        }
        return value;
    }

    /** These values and one more; the same values if it is {@code null}. */
    public <T> FactValues with(FactValue<T> kind, @Nullable T value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(values);
        more.put(kind, value);
        return new FactValues(more);
    }

    /** The stored form of the value of a kind; empty if it is absent, or an empty list. */
    public <T> Optional<Written> written(FactValue<T> kind) {
        T value = get(kind);
        return value == null ? Optional.empty() : kind.write(value);
    }

    /** The names of the values that are present, sorted. */
    public Set<String> given() {
        var given = new TreeSet<String>();
        values.keySet().forEach(kind -> given.add(kind.name()));
        return given;
    }

    /** These values; the other's where these are absent. */
    public FactValues over(FactValues other) {
        var all = new LinkedHashMap<>(other.values);
        all.putAll(values);
        return new FactValues(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
