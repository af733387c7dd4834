package org.zoneregistry.zone.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * The facts about one zone in a prefix of the log, in effective order.
 *
 * @param zone the zone
 * @param facts its facts with their current content, without withdrawn ones, in {@link TimelineFact#EFFECTIVE_ORDER}
 */
public record Timeline(ZoneCode zone, List<TimelineFact> facts) {

    public Timeline {
        facts = facts.stream().sorted(TimelineFact.EFFECTIVE_ORDER).toList();
    }

    /** The first fact that doesn't fit after the facts before it, if there is one. A recorded timeline has none. */
    public Optional<Misfit> misfit() {
        ZoneState state = null;
        for (TimelineFact fact : facts) {
            switch (Fold.step(zone, state, fact.fact())) {
                case Fold.Step.Fits fits -> state = fits.state();
                case Fold.Step.Breaks(var reason, var detail) -> {
                    return Optional.of(new Misfit(zone, fact, reason, detail));
                }
            }
        }
        return Optional.empty();
    }

    /** The zone on a date; empty if it was not established by then. */
    public Optional<ZoneState> at(LocalDate validAt) {
        return Optional.ofNullable(fold(facts.stream()
                .filter(fact -> !fact.fact().effectiveOn().isAfter(validAt))
                .toList()));
    }

    /** All its states in order, each from the day on which it began; empty if it has no facts. */
    public List<Span> spans() {
        var spans = new ArrayList<Span>();
        ZoneState state = null;
        for (int i = 0; i < facts.size(); i++) {
            state = next(state, facts.get(i));
            LocalDate from = facts.get(i).fact().effectiveOn();
            LocalDate to = i + 1 < facts.size() ? facts.get(i + 1).fact().effectiveOn() : null;
            if (!from.equals(to)) {
                spans.add(new Span(from, to, state));
            }
        }
        return spans;
    }

    private @Nullable ZoneState fold(List<TimelineFact> some) {
        ZoneState state = null;
        for (TimelineFact fact : some) {
            state = next(state, fact);
        }
        return state;
    }

    private ZoneState next(@Nullable ZoneState state, TimelineFact fact) {
        return switch (Fold.step(zone, state, fact.fact())) {
            case Fold.Step.Fits fits -> fits.state();
            case Fold.Step.Breaks breaks ->
                throw new IllegalStateException("The timeline of " + zone + " does not fold at position "
                        + fact.position() + ": " + breaks.detail() + ".");
        };
    }

    /**
     * A state and its days.
     *
     * @param from the first day
     * @param to the day after the last, or {@code null} if it has no end
     * @param state the zone on those days
     */
    public record Span(LocalDate from, @Nullable LocalDate to, ZoneState state) {}
}
