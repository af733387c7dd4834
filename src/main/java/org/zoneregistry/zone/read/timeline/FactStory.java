package org.zoneregistry.zone.read.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.read.FactValuesAnswer;
import org.zoneregistry.zone.read.Statement;
import org.zoneregistry.zone.read.timeline.ZoneTimeline.Amendment;
import org.zoneregistry.zone.read.timeline.ZoneTimeline.Before;
import org.zoneregistry.zone.read.timeline.ZoneTimeline.Fact;
import org.zoneregistry.zone.read.timeline.ZoneTimeline.Standing;
import org.zoneregistry.zone.read.timeline.ZoneTimeline.Withdrawal;

/** Builds a zone's facts from the statements about them. */
final class FactStory {

    private FactStory() {}

    /** The timeline of a zone, from all statements of a prefix about facts that ever touched it. */
    static ZoneTimeline of(ZoneCode zone, List<Statement> statements) {
        var byFact = new LinkedHashMap<UUID, List<Statement>>();
        statements.forEach(statement -> byFact.computeIfAbsent(statement.fact(), fact -> new ArrayList<>())
                .add(statement));
        return new ZoneTimeline(
                zone.value(),
                byFact.values().stream()
                        .map(story -> fact(zone, story))
                        .sorted(Comparator.comparing(Fact::effectiveOn).thenComparing(Fact::position))
                        .toList());
    }

    private static Fact fact(ZoneCode zone, List<Statement> story) {
        Statement recorded = story.getFirst();
        ZoneFact reads = readsAs(recorded);
        var amendments = new ArrayList<Amendment>();
        Withdrawal withdrawal = null;
        for (Statement later : story.subList(1, story.size())) {
            ZoneFact now = later.reads();
            if (now == null) {
                withdrawal = withdrawal(later);
            } else {
                amendments.add(amendment(later, reads));
                reads = now;
            }
        }
        return new Fact(
                recorded.event(),
                recorded.type().wireName(),
                reads.zone().value(),
                standing(zone, reads, withdrawal),
                reads.effectiveOn(),
                reads.effectiveNotBefore(),
                FactValuesAnswer.of(reads),
                recorded.position(),
                recorded.recordedAt(),
                recorded.by().actor(),
                recorded.by().role(),
                recorded.by().reason(),
                recorded.by().source(),
                recorded.by().correlationId(),
                recorded.by().traceId(),
                amendments,
                withdrawal);
    }

    private static ZoneFact readsAs(Statement recorded) {
        ZoneFact reads = recorded.reads();
        if (reads == null) {
            throw new IllegalStateException(
                    "The event at position " + recorded.position() + " withdraws something that" + " is not a fact.");
        }
        return reads;
    }

    private static Standing standing(ZoneCode zone, ZoneFact reads, @Nullable Withdrawal withdrawal) {
        if (withdrawal != null) {
            return Standing.WITHDRAWN;
        }
        return reads.zones().contains(zone) ? Standing.STANDS : Standing.ELSEWHERE;
    }

    private static Amendment amendment(Statement statement, ZoneFact before) {
        return new Amendment(
                statement.event(),
                statement.position(),
                statement.recordedAt(),
                statement.by().actor(),
                statement.by().role(),
                statement.by().reason(),
                statement.by().source(),
                statement.by().correlationId(),
                statement.by().traceId(),
                new Before(before.effectiveOn(), before.effectiveNotBefore(), FactValuesAnswer.of(before)));
    }

    private static Withdrawal withdrawal(Statement statement) {
        return new Withdrawal(
                statement.event(),
                statement.position(),
                statement.recordedAt(),
                statement.by().actor(),
                statement.by().role(),
                statement.by().reason(),
                statement.by().source(),
                statement.by().correlationId(),
                statement.by().traceId());
    }
}
