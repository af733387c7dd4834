package org.zoneregistry.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;

/**
 * Strict reading of request bodies into records with Bean Validation constraints.
 *
 * <p>A component is required if it is {@code @NotNull}, {@code @NotBlank} or {@code @NotEmpty}. Otherwise it is
 * optional, must be {@code @Nullable} (JSpecify), and null means absent. Its type is {@code String}, {@code Boolean},
 * {@code Integer}, {@code Long}, {@code BigDecimal}, {@code UUID}, an enum (written as {@link WireName}),
 * {@link org.zoneregistry.money.Money}, {@link EffectiveDay}, {@link AreaKm2}, a type with a {@link TextValue} bean,
 * {@code ObjectNode} (any object), another record, or a {@code List} of one of these. No value is converted from
 * another JSON type. Constraints on a component and on a list's elements are checked. An
 * {@code IllegalArgumentException} from the record's constructor is a violation too, at the record's own pointer: put
 * rules between members there.
 */
@ApplicationScoped
public class StrictJson {

    private final RecordBinder binder;

    StrictJson(Validator validator, @All List<TextValue<?>> textValues) {
        binder = new RecordBinder(new Scalars(textValues), validator);
    }

    /**
     * Reads a whole body.
     *
     * @throws org.zoneregistry.http.problem.ProblemException {@code malformed-json}, or {@code validation} with every
     *     violation
     */
    public <T> T read(byte[] body, Class<T> type) {
        return parse(body).to(type);
    }

    /** A body that is JSON, with no other rule checked yet. */
    Parsed parse(byte[] body) {
        var violations = new Violations();
        return new Parsed(JsonText.read(body, violations), violations);
    }

    private <T> T bind(JsonNode tree, Class<T> type, String pointer, Violations violations) {
        var value = binder.record(type, tree, pointer, violations);
        violations.throwIfAny();
        return type.cast(Objects.requireNonNull(value));
    }

    /** The tree of a body and the violations so far. */
    final class Parsed {

        private final JsonNode tree;
        private final Violations violations;

        private Parsed(JsonNode tree, Violations violations) {
            this.tree = tree;
            this.violations = violations;
        }

        JsonNode tree() {
            return tree;
        }

        <T> T to(Class<T> type) {
            return bind(tree, type, "", violations);
        }
    }
}
