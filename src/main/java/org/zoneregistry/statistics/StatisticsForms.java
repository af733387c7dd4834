package org.zoneregistry.statistics;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The written form of figures: {@code {"value": "0.934132"}}, or {@code {"value": null, "reason": "the whole is zero"}}
 * without a value.
 */
@Singleton
class StatisticsForms implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("statistics-forms").addSerializer(Figure.class, new FigureForm()));
    }

    private static final class FigureForm extends JsonSerializer<Figure> {

        @Override
        public void serialize(Figure figure, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            if (figure.value() == null) {
                out.writeNullField("value");
                out.writeStringField("reason", figure.reason());
            } else {
                out.writeStringField("value", figure.value().toPlainString());
            }
            out.writeEndObject();
        }
    }
}
