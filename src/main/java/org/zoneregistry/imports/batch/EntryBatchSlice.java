package org.zoneregistry.imports.batch;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.LogBatches;
import org.zoneregistry.commands.bus.LogPlace;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.log.AppendReceipt;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneTimelinesSlice;

/**
 * Wires the recording of many entries at once. For all entries together it sources the same events as for each alone:
 * the lifecycle of its zone, and the entry. Those events are also the append condition. As for a single entry, an id of
 * another ledger is refused before.
 */
@Singleton
public final class EntryBatchSlice {

    /**
     * How often a batch that loses races is decided again as a whole. After that it is halved, down to single entries.
     */
    private static final int ATTEMPTS = 3;

    /**
     * Decided entries, with their events ready to be appended.
     *
     * @param decisions one for each entry
     * @param append null if nothing is to be appended
     */
    public record Draft(
            List<TradeEntry> entries,
            Origin origin,
            List<Decision<TradeEvent>> decisions,
            LogBatches.@Nullable Append append) {

        public Draft {
            entries = List.copyOf(entries);
            decisions = List.copyOf(decisions);
        }
    }

    private final LogBatches log;
    private final Dataset dataset;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    EntryBatchSlice(LogBatches log, Dataset dataset) {
        this.log = log;
        this.dataset = dataset;
    }

    /** Decides on entries, in order. Changes nothing. */
    public CompletableFuture<Draft> draft(List<TradeEntry> entries, Origin origin) {
        if (entries.isEmpty()) {
            return CompletableFuture.completedFuture(new Draft(entries, origin, List.of(), null));
        }
        EventCriteria boundary = boundary(entries);
        return log.source(boundary).thenApplyAsync(sourced -> draft(entries, origin, boundary, sourced), threads);
    }

    /**
     * Appends the events of a draft; decides again if other events were appended in between. Drafts that are settled
     * one after the other are appended in that order.
     *
     * @return the durable result for each entry; fails if the log is unavailable, and then some of the entries may be
     *     recorded
     */
    public CompletableFuture<List<LineVerdict>> settle(Draft draft) {
        return settle(draft, 1);
    }

    private CompletableFuture<List<LineVerdict>> settle(Draft draft, int attempt) {
        LogBatches.Append append = draft.append();
        if (append == null) {
            return CompletableFuture.completedFuture(verdicts(draft, new AppendReceipt(List.of())));
        }
        return append.commit()
                .thenCompose(receipt -> receipt.isPresent()
                        ? CompletableFuture.completedFuture(verdicts(draft, receipt.get()))
                        : anew(draft.entries(), draft.origin(), attempt));
    }

    private CompletableFuture<List<LineVerdict>> anew(List<TradeEntry> entries, Origin origin, int attempt) {
        if (attempt < ATTEMPTS || entries.size() == 1) {
            return draft(entries, origin).thenCompose(draft -> settle(draft, attempt + 1));
        }
        int half = entries.size() / 2;
        return anew(entries.subList(0, half), origin, 0)
                .thenCompose(first -> anew(entries.subList(half, entries.size()), origin, 0)
                        .thenApply(second -> {
                            var both = new ArrayList<>(first);
                            both.addAll(second);
                            return both;
                        }));
    }

    private static EventCriteria boundary(List<TradeEntry> entries) {
        var zones = new LinkedHashSet<ZoneCode>();
        var ids = new LinkedHashSet<EntryId>();
        for (TradeEntry entry : entries) {
            zones.add(entry.zone());
            ids.add(entry.id());
        }
        List<EventCriteria> criteria = new ArrayList<>();
        criteria.add(ZoneBoundary.of(zones).criteria());
        ids.forEach(id -> criteria.add(new EntryBoundary(id).criteria()));
        return EventCriteria.either(criteria);
    }

    private Draft draft(List<TradeEntry> entries, Origin origin, EventCriteria boundary, LogBatches.Sourced sourced) {
        var batch = new EntryBatch();
        sourced.events().forEach(message -> add(message, batch));
        List<Decision<TradeEvent>> decisions = new ArrayList<>(entries.size());
        List<TradeEvent> events = new ArrayList<>(entries.size());
        for (TradeEntry entry : entries) {
            Decision<TradeEvent> decision = dataset.refusal(entry.id().value())
                    .map(Decision::<TradeEvent>reject)
                    .orElseGet(() -> batch.decide(entry));
            decisions.add(decision);
            if (decision instanceof Decision.Accepted<TradeEvent>(var accepted)) {
                events.addAll(accepted);
            }
        }
        return new Draft(
                entries,
                origin,
                decisions,
                events.isEmpty() ? null : log.prepare(events, origin, boundary, sourced.marker()));
    }

    private static void add(EventMessage message, EntryBatch batch) {
        ZoneTimelinesSlice.recorded(message).ifPresent(batch::add);
        LogPlace.recorded(message, EntryEvent.class).ifPresent(batch::add);
    }

    private static List<LineVerdict> verdicts(Draft draft, AppendReceipt receipt) {
        var appended = receipt.events().iterator();
        List<LineVerdict> verdicts = new ArrayList<>(draft.decisions().size());
        for (Decision<TradeEvent> decision : draft.decisions()) {
            verdicts.add(
                    switch (decision) {
                        case Decision.Accepted<TradeEvent>(var events) -> {
                            long position = 0;
                            for (int i = 0; i < events.size(); i++) {
                                position = appended.next().position();
                            }
                            yield new LineVerdict.Recorded(position);
                        }
                        case Decision.AlreadyRecorded<TradeEvent> _ -> new LineVerdict.AlreadyThere();
                        case Decision.Rejected<TradeEvent>(var why) -> new LineVerdict.Refused(why);
                    });
        }
        return verdicts;
    }
}
