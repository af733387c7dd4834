package org.zoneregistry.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CubeJobKnowsNoServerTest {

    @Test
    void the_job_needs_the_fold_and_the_stored_form_alone() {
        var job = new ClassFileImporter().importPackages("org.zoneregistry.streams.cube");

        assertThat(job).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.kafka..",
                        "com.fasterxml.jackson..",
                        "org.zoneregistry.streams.cube..",
                        "org.zoneregistry.trade.event..",
                        "org.zoneregistry.trade.fold..",
                        "org.zoneregistry.zone.event..",
                        "org.zoneregistry.money..",
                        "org.zoneregistry.log..")
                .check(job);
    }

    @Test
    void the_server_knows_nothing_of_the_job() {
        var server = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.zoneregistry");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zoneregistry.streams..", "org.apache.kafka.streams..")
                .check(server);
    }
}
