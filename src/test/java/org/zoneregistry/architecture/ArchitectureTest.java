package org.zoneregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses REGISTRY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zoneregistry");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("org.zoneregistry.architecture.broken");

    static List<Rules.Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_registry_keeps_the_rule(Rules.Rule rule) {
        rule.archRule().check(REGISTRY);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_what_breaks_it(Rules.Rule rule) {
        assertThatThrownBy(() -> rule.archRule().check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.broken());
    }

    @Test
    void the_rules_are_asked_of_the_registry() {
        assertThat(REGISTRY).hasSizeGreaterThan(50);
    }
}
