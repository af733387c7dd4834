package org.zoneregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Templates of pages read their models without reflection, which a native image lacks. */
class TemplateModelsTest {

    private static final String PAGES = "org.zoneregistry.pages";

    @Test
    void every_class_that_a_page_can_read_has_its_members_generated() {
        JavaClasses pages = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PAGES);
        Deque<JavaType> models = new ArrayDeque<>();
        pages.stream()
                .filter(type -> type.isAnnotatedWith(CheckedTemplate.class))
                .flatMap(type -> type.getMethods().stream())
                .forEach(template -> models.addAll(template.getParameterTypes()));
        Set<JavaClass> seen = new HashSet<>();
        Set<String> forgotten = new TreeSet<>();
        while (!models.isEmpty()) {
            for (JavaClass model : models.pop().getAllInvolvedRawTypes()) {
                if (model.getPackageName().startsWith(PAGES) && seen.add(model)) {
                    if (!model.isAnnotatedWith(TemplateData.class)) {
                        forgotten.add(model.getName());
                    }
                    model.getMethods().stream()
                            .filter(TemplateModelsTest::isMember)
                            .forEach(member -> models.add(member.getReturnType()));
                }
            }
        }
        assertThat(seen).isNotEmpty();
        assertThat(forgotten).as("classes without @TemplateData").isEmpty();
    }

    private static boolean isMember(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC);
    }
}
