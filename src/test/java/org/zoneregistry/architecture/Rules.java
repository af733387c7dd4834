package org.zoneregistry.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import java.util.List;

/** The rules of the architecture. Package patterns have no root, so that they also apply to the broken examples. */
final class Rules {
    private static final String ROOT = "org.zoneregistry";

    private Rules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "pure packages know the domain alone",
                        "Clocky",
                        noClasses()
                                .that(resideInAnyPackage(pure()))
                                .and(not(resideInAnyPackage("..event.json..")))
                                .should()
                                .dependOnClassesThat(
                                        not(resideInAnyPackage(pure())).and(not(resideInAnyPackage(language()))))
                                .allowEmptyShould(true)),
                new Rule(
                        "deciders reach no framework",
                        "OpenDecider",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Decider")
                                .should()
                                .transitivelyDependOnClassesThat(frameworks())),
                new Rule(
                        "deciders depend on no wiring",
                        "OpenDecider",
                        noClasses()
                                .that()
                                .haveSimpleNameEndingWith("Decider")
                                .should()
                                .dependOnClassesThat(simpleNameEndingWith("Slice")
                                        .or(simpleNameEndingWith("Resource"))
                                        .or(simpleNameEndingWith("Projection"))
                                        .or(resideInAnyPackage("..commands..", "..http..", "..zoneregistry.log..")))),
                new Rule(
                        "commands are slices apart",
                        "OpenDecider",
                        slices().matching("..(zone|trade).write.(*)..").should().notDependOnEachOther()),
                new Rule(
                        "views are slices apart",
                        "ListView",
                        slices().matching("..(zone|trade).read.(*)..").should().notDependOnEachOther()),
                new Rule(
                        "statistics are slices apart",
                        "SharesView",
                        slices().matching("..statistics.(*)..")
                                .should()
                                .notDependOnEachOther()
                                .ignoreDependency(
                                        DescribedPredicate.alwaysTrue(),
                                        resideInAnyPackage("..statistics.cube..", "..statistics.formula.."))),
                new Rule(
                        "commands do not read views",
                        "ShutSlice",
                        noClasses()
                                .that()
                                .resideInAnyPackage("..zone.write..", "..trade.write..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("..zone.read..", "..trade.read.."))),
                new Rule(
                        "views do not use commands",
                        "ListView",
                        noClasses()
                                .that()
                                .resideInAnyPackage("..zone.read..", "..trade.read..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("..zone.write..", "..trade.write.."))),
                new Rule(
                        "rooms know only rooms below them",
                        "ZoneyWiring",
                        classes().should(knowOnlyRoomsBelow())),
                new Rule(
                        "proofs are of any log",
                        "ZoneyTree",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "..audit.tree..",
                                        "..audit.checkpoint..",
                                        "..audit.http..",
                                        "..audit.verification..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "..zone..", "..trade..", "..statistics..", "..territory..", "..reference.."))),
                new Rule(
                        "who proves offline asks no database",
                        "AskingVerifier",
                        noClasses()
                                .that()
                                .resideInAPackage("..audit.offline..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "io.vertx..",
                                        "io.smallrye..",
                                        "jakarta.inject..",
                                        "..audit.tree..",
                                        "..audit.http.."))),
                new Rule(
                        "kafka stays where the log is published",
                        "KafkaFeed",
                        noClasses()
                                .that(not(resideInAnyPackage("..zoneregistry.kafka..")))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("org.apache.kafka.."))),
                new Rule(
                        "zones know nothing of their trade",
                        "DetailView",
                        noClasses()
                                .that()
                                .resideInAPackage("..zone..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("..trade..", "..statistics.."))),
                new Rule(
                        "axon stays where things are wired",
                        "ListView",
                        noClasses()
                                .that(not(resideInAnyPackage(
                                        "..commands..", "..projections..", "..zoneregistry.log..", "..process..")))
                                .and(not(resideInAnyPackage("..history..", "..follow..", "..database..")))
                                .and(not(simpleNameEndingWith("Slice")))
                                .and(not(simpleNameEndingWith("Projection")))
                                .and(not(simpleNameEndingWith("Resource")))
                                // A boundary and its tags use Axon's types.
                                .and(not(simpleNameEndingWith("Boundary")))
                                .and(not(simpleNameEndingWith("Tags")))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("org.axonframework.."))),
                new Rule(
                        "nothing blocks once the registry serves",
                        "ZoneyLog",
                        noClasses()
                                .that(not(resideInAnyPackage("..zoneregistry.postgres..")))
                                .should()
                                .accessTargetWhere(Conditions.blocks())),
                new Rule(
                        "what serves reaches the database by the reactive client",
                        "DetailView",
                        noClasses()
                                .that(not(resideInAnyPackage(
                                        "..projections..",
                                        "..ledger..",
                                        "..zoneregistry.postgres..",
                                        "..zoneregistry.doctor..")))
                                // classes that fill tables in bulk, by COPY
                                .and(not(simpleNameStartingWith("Bulk")))
                                .and(not(simpleName("RunReader")))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."))),
                new Rule(
                        "the clock is asked in one place",
                        "Clocky",
                        noClasses()
                                .that()
                                .doNotHaveSimpleName("SystemClock")
                                .should()
                                .accessTargetWhere(Conditions.tellsTheTime())),
                new Rule(
                        "no answer is declared as a text",
                        "TextResource",
                        methods()
                                .that()
                                .areMetaAnnotatedWith(HttpMethod.class)
                                .should(Conditions.declareNo(String.class))),
                new Rule(
                        "static fields hold nothing of the machine that builds a native binary",
                        "ZoneyLog",
                        fields().that().areStatic().should(Conditions.holdNothingOfThisMachine())),
                new Rule(
                        "caches are limited by size or weight alone, since a native binary has no class for others",
                        "ZoneyLog",
                        noClasses().should().accessTargetWhere(Conditions.limitsACacheOtherwise())),
                new Rule(
                        "names say what a class is",
                        "ShutManager",
                        classes().should().haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)(\\$.*)?")),
                new Rule(
                        "packages are null marked", "ListView", classes().should(Conditions.beInANullMarkedPackage())));
    }

    private static String[] pure() {
        return new String[] {
            "..decision..",
            "..territory..",
            "..money..",
            "..identifier..",
            "..zone.event",
            "..zone.timeline..",
            "..trade.event",
            "..trade.fold..",
            "..statistics.formula..",
            "..audit.merkle..",
            "..audit.note.."
        };
    }

    private static String[] language() {
        return new String[] {"java..", "org.jspecify.."};
    }

    private static DescribedPredicate<JavaClass> frameworks() {
        return resideInAnyPackage(
                "org.axonframework..", "io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..", "com.fasterxml..");
    }

    /** The packages directly under the root, the lowest first. */
    private static final List<String> ROOMS = List.of(
            "process",
            "logging",
            "tracing",
            "money",
            "identifier",
            "decision",
            "territory",
            "log",
            "follow",
            "database",
            "ledger",
            "postgres",
            "http",
            "access",
            "asof",
            "commands",
            "openapi",
            "history",
            "jobs",
            "projections",
            "zone",
            "feed",
            "trade",
            "reference",
            "audit",
            "statistics",
            "imports",
            "illustrative",
            "kafka",
            "doctor",
            "pages",
            "");

    private static ArchCondition<JavaClass> knowOnlyRoomsBelow() {
        return new ArchCondition<>("know only rooms below them") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                int room = room(item);
                if (room < 0) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " is in no room of the list"));
                }
                item.getDirectDependenciesFromSelf().stream()
                        .filter(known -> known.getTargetClass().getPackageName().startsWith(ROOT)
                                && room(known.getTargetClass()) > room)
                        .forEach(known -> events.add(SimpleConditionEvent.violated(item, known.getDescription())));
            }
        };
    }

    private static int room(JavaClass item) {
        String below =
                item.getPackageName().substring(ROOT.length()).replaceFirst("^\\.(architecture\\.broken\\.)?", "");
        return ROOMS.indexOf(below.replaceFirst("\\..*", ""));
    }

    /**
     * A rule with its proof.
     *
     * @param name a sentence
     * @param broken the class among the broken examples that the rule must report
     */
    record Rule(String name, String broken, ArchRule archRule) {
        @Override
        public String toString() {
            return name;
        }
    }
}
