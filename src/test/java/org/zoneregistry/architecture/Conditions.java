package org.zoneregistry.architecture;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.management.PlatformManagedObject;
import java.nio.channels.Channel;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.NullMarked;

/** What the rules ask of classes and of what they call. */
final class Conditions {

    private static final List<Class<?>> OF_THE_MACHINE = List.of(
            PlatformManagedObject.class, Runtime.class, Thread.class, Random.class, Process.class, Channel.class);

    private Conditions() {}

    static DescribedPredicate<JavaAccess<?>> tellsTheTime() {
        return accessTo("tells the time", (owner, method) -> switch (method) {
            case "now" -> owner.getPackageName().equals("java.time");
            case "system", "systemUTC", "systemDefaultZone" ->
                owner.isAssignableTo(Clock.class) || owner.isAssignableTo(InstantSource.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            default -> false;
        });
    }

    /** Observers of the start may wait: nobody is served before all of them have returned. */
    static DescribedPredicate<JavaAccess<?>> blocks() {
        Set<Class<?>> awaited = Set.of(CountDownLatch.class, CyclicBarrier.class, Phaser.class, Condition.class);
        return accessTo("waits for something", (owner, method) -> switch (method) {
                    case "join", "get" -> owner.isAssignableTo(Future.class) || owner.isAssignableTo(Thread.class);
                    case "sleep" -> owner.isEquivalentTo(Thread.class);
                    case "await" ->
                        awaited.stream().anyMatch(owner::isAssignableTo)
                                || owner.getPackageName().startsWith("io.smallrye.mutiny");
                    default -> method.endsWith("AndAwait");
                })
                .and(DescribedPredicate.describe(
                        "once the registry serves",
                        access -> access.getOrigin().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(StartupEvent.class))));
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(
            String description, java.util.function.BiPredicate<JavaClass, String> target) {
        return new DescribedPredicate<>(description) {
            @Override
            public boolean test(JavaAccess<?> access) {
                AccessTarget accessed = access.getTarget();
                return target.test(((HasOwner<JavaClass>) accessed).getOwner(), ((HasName) accessed).getName());
            }
        };
    }

    /** quarkus-rest has a writer of its own for it, which knows neither compression nor clients that don't read. */
    static ArchCondition<JavaMethod> declareNo(Class<?> body) {
        return new ArchCondition<>("declare no " + body.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isDeclared = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(body));
                events.add(new SimpleConditionEvent(method, !isDeclared, method.getFullName() + " declares one"));
            }
        };
    }

    /** Caffeine has a class for each combination of limits, and finds it by its name. */
    static DescribedPredicate<JavaAccess<?>> limitsACacheOtherwise() {
        return accessTo(
                "to a limit of a cache other than size and weight",
                (owner, name) -> owner.isEquivalentTo(Caffeine.class) && name.matches("(expire|refresh|weak|soft).*"));
    }

    /** The build of a native binary refuses these, or keeps their values: static fields are set while it is built. */
    static ArchCondition<JavaField> holdNothingOfThisMachine() {
        return new ArchCondition<>("hold nothing of the machine that builds a native binary") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean isOfMachine = field.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> OF_THE_MACHINE.stream().anyMatch(type::isAssignableTo));
                events.add(new SimpleConditionEvent(field, !isOfMachine, field.getFullName() + " holds some"));
            }
        };
    }

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        item, marked, item.getName() + " is in a package that is not @NullMarked"));
            }
        };
    }
}
