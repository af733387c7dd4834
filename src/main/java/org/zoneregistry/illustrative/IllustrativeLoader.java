package org.zoneregistry.illustrative;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.imports.batch.EntryBatchSlice;
import org.zoneregistry.imports.batch.LineVerdict;
import org.zoneregistry.reference.FurtherData;
import org.zoneregistry.reference.ReferenceTranslation;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.enterprise.RegisterEnterprise;

/**
 * Records the illustrative data: enterprises as commands, entries in batches like imports.
 *
 * <p>Idempotent by the ids: a repeated load continues an interrupted one, and records nothing twice.
 */
@Singleton
public class IllustrativeLoader implements FurtherData {

    /** The actor, in the metadata of events. */
    public static final String ACTOR = "illustrative-data-loader";

    private static final Logger LOG = Logger.getLogger(IllustrativeLoader.class);
    private static final String SOURCE = "generated; see docs/illustrative-data.md";
    private static final int BATCH = 1_000;
    private static final int PROGRESS_EVERY = 5_000;

    private final Commands commands;
    private final EntryBatchSlice entries;

    IllustrativeLoader(Commands commands, EntryBatchSlice entries) {
        this.commands = commands;
        this.entries = entries;
    }

    @Override
    public Uni<String> load(ReferenceTranslation reference) {
        return Uni.createFrom()
                .item(() -> IllustrativeData.from(reference))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(this::load)
                .map(IllustrativeReport::summary);
    }

    /** The result, after all is durable. A refusal does not stop the load. */
    Uni<IllustrativeReport> load(IllustrativeData data) {
        var origin = new Origin(ACTOR, "system", ACTOR + ":" + UUID.randomUUID(), null, null, null, SOURCE, null);
        return register(data.enterprises(), origin)
                .chain(enterprises -> record(data.entries(), origin).map(enterprises::plus));
    }

    private Uni<IllustrativeReport> register(List<Enterprise> enterprises, Origin origin) {
        return Multi.createFrom()
                .iterable(enterprises)
                .onItem()
                .transformToUniAndConcatenate(enterprise -> commands.send(new RegisterEnterprise(enterprise), origin))
                .collect()
                .in(IllustrativeReport::new, (report, outcome) -> {
                    switch (outcome) {
                        case Outcome.Recorded _ -> report.recorded();
                        case Outcome.AlreadyRecorded _ -> report.alreadyThere();
                        case Outcome.Refused refused -> report.refused(refused.rejection());
                    }
                });
    }

    private Uni<IllustrativeReport> record(List<TradeEntry> all, Origin origin) {
        var done = new AtomicInteger();
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(batch -> Uni.createFrom()
                        .completionStage(() -> entries.draft(batch, origin).thenCompose(entries::settle))
                        .invoke(verdicts -> logProgress(done.addAndGet(verdicts.size()), all.size())))
                .collect()
                .in(
                        IllustrativeReport::new,
                        (report, verdicts) -> verdicts.forEach(verdict -> {
                            switch (verdict) {
                                case LineVerdict.Recorded _ -> report.recorded();
                                case LineVerdict.AlreadyThere _ -> report.alreadyThere();
                                case LineVerdict.Refused(var why) -> report.refused(why);
                            }
                        }));
    }

    private static void logProgress(int done, int all) {
        if (done % PROGRESS_EVERY == 0 && done < all) {
            LOG.infof("Illustrative data: %d of %d entries.", done, all);
        }
    }
}
