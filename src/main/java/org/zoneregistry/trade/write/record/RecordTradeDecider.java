package org.zoneregistry.trade.write.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.write.EntryRejections;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.LiveZoneRule;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link RecordTrade}: an entry is recorded once, in a zone that is live on some day of its period. The same
 * content again is already recorded, even if the zone or the entry has changed since.
 */
public final class RecordTradeDecider {

    private RecordTradeDecider() {}

    /**
     * Accepts the entry, or finds it recorded, or gives the reason for a refusal.
     *
     * @param zones all lifecycle events of the entry's zone
     * @param state the state of the entry with that id
     */
    public static Decision<TradeEvent> decide(Timelines zones, EntryState state, RecordTrade command) {
        TradeEntry entry = command.entry();
        return switch (state) {
            case EntryState.Unrecorded _ ->
                LiveZoneRule.refusal(zones, entry.zone(), entry.period())
                        .map(Decision::<TradeEvent>reject)
                        .orElseGet(() -> Decision.accept(new TradeRecorded(entry)));
            case EntryState.Standing(var first, var _, var _) ->
                first.event().entry().equals(entry)
                        ? Decision.alreadyRecorded(first)
                        : Decision.reject(contentDiffers(first.event().entry(), entry));
            case EntryState.Withdrawn _ -> Decision.reject(EntryRejections.withdrawn(entry.id()));
        };
    }

    private static Rejection contentDiffers(TradeEntry recorded, TradeEntry sent) {
        return Rejection.of(
                        ProblemType.ENTRY_CONTENT_DIFFERS,
                        "Trade entry " + sent.id() + " was recorded with another "
                                + String.join(", ", differing(recorded, sent))
                                + ". Correct it, or give the new entry a different entryId.")
                .about("entryId", sent.id());
    }

    /** Of an entry in another zone only the zone: the caller may be one who must not learn of it. */
    private static List<String> differing(TradeEntry recorded, TradeEntry sent) {
        if (!recorded.zone().equals(sent.zone())) {
            return List.of("zone");
        }
        var members = new ArrayList<String>();
        addIfDiffering(members, "period", recorded.period(), sent.period());
        addIfDiffering(members, "direction", recorded.direction(), sent.direction());
        addIfDiffering(members, "businessForm", recorded.businessForm(), sent.businessForm());
        addIfDiffering(members, "hsChapter", recorded.hsChapter(), sent.hsChapter());
        addIfDiffering(members, "enterprise", recorded.enterprise(), sent.enterprise());
        addIfDiffering(members, "partner", recorded.partner(), sent.partner());
        addIfDiffering(members, "value", recorded.value(), sent.value());
        return members;
    }

    private static void addIfDiffering(
            List<String> members, String member, @Nullable Object recorded, @Nullable Object sent) {
        if (!Objects.equals(recorded, sent)) {
            members.add(member);
        }
    }
}
