package org.zoneregistry.log.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.zoneregistry.log.LogFixture;
import org.zoneregistry.log.tck.BrokenEngine.Mistake;
import org.zoneregistry.testing.NeedsServer;

/** The conformance tests fail for a wrong engine, and only the right ones fail. */
@NeedsServer
class BrokenEnginesAreCaughtTest {

    /** The build does not run it, because its name doesn't end in Test. */
    abstract static class Broken extends StorageEngineConformance {

        private final LogFixture fixture = new LogFixture();
        private final Mistake mistake;

        Broken(Mistake mistake) {
            this.mistake = mistake;
        }

        @Override
        protected EventStorageEngine engine() {
            return new BrokenEngine(fixture.engine(), mistake);
        }

        @AfterEach
        void close() {
            fixture.close();
        }
    }

    static class CheckingBeforeAppending extends Broken {
        CheckingBeforeAppending() {
            super(Mistake.CHECKS_BEFORE_IT_APPENDS);
        }
    }

    static class ForgettingAlternatives extends Broken {
        ForgettingAlternatives() {
            super(Mistake.FORGETS_ALTERNATIVES);
        }
    }

    @Test
    void an_engine_that_checks_before_it_appends_loses_races() {
        assertThat(failuresOf(CheckingBeforeAppending.class))
                .contains(
                        "write_skew_between_engines_is_impossible()",
                        "of_many_at_once_with_one_condition_exactly_one_wins()")
                .doesNotContain("criteria_of_several_tags_need_all_of_them_on_one_event()");
    }

    @Test
    void an_engine_that_forgets_alternatives_is_caught_by_or_criteria() {
        assertThat(failuresOf(ForgettingAlternatives.class))
                .contains("either_alternative_of_or_criteria_conflicts()")
                .doesNotContain("of_many_at_once_with_one_condition_exactly_one_wins()");
    }

    private static List<String> failuresOf(Class<?> suite) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        // a separate launcher: listeners on the class path belong to the outer tests
        LauncherConfig apart = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(apart)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(suite))
                                .build(),
                        summary);
        assertThat(summary.getSummary().getTestsFoundCount()).isGreaterThan(15);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .toList();
    }
}
