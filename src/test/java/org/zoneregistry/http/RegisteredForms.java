package org.zoneregistry.http;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * In all tests of the application: refuses to read or write the members of a type that is not registered for the native
 * image. A native image would fail at the first request that needs it, and it is not built for every change.
 */
@Singleton
class RegisteredForms implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("registered-forms")
                .setSerializerModifier(new Written())
                .setDeserializerModifier(new Read()));
    }

    private static final class Written extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            if (serializer instanceof BeanSerializerBase) {
                ReflectedTypes.require(bean.getBeanClass());
            }
            return serializer;
        }
    }

    private static final class Read extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            if (deserializer instanceof BeanDeserializerBase) {
                ReflectedTypes.require(bean.getBeanClass());
            }
            return deserializer;
        }
    }
}
