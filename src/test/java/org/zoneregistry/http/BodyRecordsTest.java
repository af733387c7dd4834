package org.zoneregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every member of a request's record declares whether it may be absent. */
class BodyRecordsTest {

    private static Set<Class<?>> bodies() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.zoneregistry").stream()
                        .filter(type -> type.isAnnotatedWith(Consumes.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(POST.class))
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .flatMap(BodyRecordsTest::withParts)
                        .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> withParts(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .filter(part -> part.isRecord() && part.getSimpleName().endsWith("Body")));
    }

    private static boolean isRequired(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName()).isAnnotationPresent(NotNull.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_member_is_either_required_or_nullable() {
        assertThat(bodies())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getRecordComponents())
                        .allSatisfy(component -> assertThat(isRequired(type, component))
                                .as(type.getSimpleName() + "." + component.getName())
                                .isNotEqualTo(component.getAnnotatedType().isAnnotationPresent(Nullable.class))));
    }
}
