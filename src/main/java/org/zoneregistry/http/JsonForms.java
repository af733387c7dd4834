package org.zoneregistry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;
import org.zoneregistry.http.body.WireName;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * The written forms of values in answers: instants in UTC with microseconds, money as a decimal string with two digits,
 * enums in kebab case, decimals without exponent.
 */
public final class JsonForms {

    private JsonForms() {}

    /** A mapper that writes as the application does, for code outside the application. */
    public static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        addTo(mapper);
        return mapper;
    }

    /** Applies the same forms to the application's mapper. */
    @Singleton
    static class OfTheApplication implements ObjectMapperCustomizer {
        @Override
        public void customize(ObjectMapper mapper) {
            addTo(mapper);
        }
    }

    private static void addTo(ObjectMapper mapper) {
        var forms = new SimpleModule("registry-forms");
        forms.addSerializer(Instant.class, text(Instants::micros));
        forms.addSerializer(Money.class, text(Money::toString));
        forms.addSerializer(Amount.class, text(Amount::toString));
        forms.addSerializer(BigDecimal.class, new PlainDecimal());
        forms.addSerializer(new EnumName());
        mapper.registerModule(forms);
    }

    private static <T> JsonSerializer<T> text(Function<T, String> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(form.apply(value));
            }
        };
    }

    private static final class EnumName extends StdSerializer<Enum<?>> {

        private static final long serialVersionUID = 1L;

        EnumName() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(WireName.of(value));
        }
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toPlainString());
        }
    }
}
