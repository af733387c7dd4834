package org.zoneregistry.trade.read.statistics;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.CopiedRows;
import org.zoneregistry.projections.CopyWork;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.trade.read.statistics.GroupChanges.Sum;
import org.zoneregistry.trade.read.statistics.TradeBatch.Published;

/**
 * A piece of the log that is written to the tables: the versions that begin in it, and the withdrawals. The ends of
 * versions are set later.
 */
final class BulkPiece implements CopyWork {

    private final List<At<TradeEntry>> entries = new ArrayList<>();
    private final List<At<EntryId>> withdrawn = new ArrayList<>();
    private final List<At<Published>> published = new ArrayList<>();
    private final List<At<Enterprise>> enterprises = new ArrayList<>();
    private final List<At<PublishedAggregate.Key>> withdrawnFigures = new ArrayList<>();
    private final List<At<EnterpriseId>> withdrawnEnterprises = new ArrayList<>();

    private record At<T>(long position, T value) {}

    /**
     * Reads events.
     *
     * @param changes gets the entries that begin
     * @param statements gets all statements about entries
     */
    BulkPiece(List<StoredEvent> events, GroupChanges changes, RepeatedEntries.Shares statements) {
        for (StoredEvent stored : events) {
            try {
                TradeEventJson.read(stored).ifPresent(event -> add(stored, event, changes, statements));
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "The event at position " + stored.position() + " can't be read: " + unreadable.getMessage(),
                        unreadable);
            }
        }
    }

    private void add(StoredEvent stored, TradeEvent event, GroupChanges changes, RepeatedEntries.Shares statements) {
        long position = stored.position();
        switch (event) {
            case TradeRecorded(var entry) -> begin(entry, position, changes, statements);
            case TradeCorrected(var entry, var _) -> begin(entry, position, changes, statements);
            case TradeWithdrawn(var entry, var _, var _) -> {
                statements.add(entry.value(), position);
                withdrawn.add(new At<>(position, entry));
            }
            case AggregatePublished(var aggregate) ->
                published.add(new At<>(position, Published.of(aggregate, stored)));
            case AggregateWithdrawn(var key, var _) -> withdrawnFigures.add(new At<>(position, key));
            case EnterpriseRegistered(var enterprise) -> enterprises.add(new At<>(position, enterprise));
            case EnterpriseWithdrawn(var enterprise, var _, var _) ->
                withdrawnEnterprises.add(new At<>(position, enterprise));
        }
    }

    private void begin(TradeEntry entry, long position, GroupChanges changes, RepeatedEntries.Shares statements) {
        statements.add(entry.id().value(), position);
        entries.add(new At<>(position, entry));
        changes.add(new Sum(
                position,
                entry.period().year(),
                Months.month(entry.period()),
                entry.zone().value(),
                entry.direction(),
                entry.businessForm().wireName(),
                text(entry.hsChapter()),
                text(entry.enterprise()),
                text(entry.partner()),
                entry.value().fen()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public void fill(Copying copying) throws IOException, SQLException {
        copyEntries(copying);
        copyWithdrawn(copying);
        copyPublished(copying);
        copyEnterprises(copying);
        copyWithdrawals(copying);
    }

    private void copyWithdrawals(Copying copying) throws IOException, SQLException {
        if (!withdrawnFigures.isEmpty()) {
            try (CopiedRows rows = copying.into(
                    "bulk_withdrawal", "position", "subject", "territory", "year", "month", "business_form")) {
                for (var at : withdrawnFigures) {
                    var key = at.value();
                    rows.row();
                    rows.bigint(at.position());
                    rows.text(key.subject().wireName());
                    rows.text(key.territory());
                    rows.smallint(Months.year(key.period()));
                    rows.smallint(Months.month(key.period()));
                    rows.text(PublishedTable.form(key.businessForm()));
                }
            }
        }
        if (!withdrawnEnterprises.isEmpty()) {
            try (CopiedRows rows = copying.into("bulk_withdrawal", "position", "enterprise")) {
                for (var at : withdrawnEnterprises) {
                    rows.row();
                    rows.bigint(at.position());
                    rows.text(at.value().value());
                }
            }
        }
    }

    private void copyEntries(Copying copying) throws IOException, SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (CopiedRows rows = copying.into(
                "trade_entry",
                "position",
                "fen",
                "year",
                "month",
                "entry",
                "zone",
                "direction",
                "business_form",
                "hs_chapter",
                "enterprise",
                "partner")) {
            for (var at : entries) {
                TradeEntry entry = at.value();
                rows.row();
                rows.bigint(at.position());
                rows.bigint(entry.value().fen());
                rows.smallint(Months.year(entry.period()));
                rows.smallint(Months.month(entry.period()));
                rows.text(entry.id().value());
                rows.text(entry.zone().value());
                rows.text(entry.direction().wireName());
                rows.text(entry.businessForm().wireName());
                rows.text(text(entry.hsChapter()));
                rows.text(text(entry.enterprise()));
                rows.text(text(entry.partner()));
            }
        }
    }

    private void copyWithdrawn(Copying copying) throws IOException, SQLException {
        if (withdrawn.isEmpty()) {
            return;
        }
        try (CopiedRows rows = copying.into("bulk_end", "position", "entry")) {
            for (var at : withdrawn) {
                rows.row();
                rows.bigint(at.position());
                rows.text(at.value().value());
            }
        }
    }

    private void copyPublished(Copying copying) throws IOException, SQLException {
        if (published.isEmpty()) {
            return;
        }
        try (CopiedRows rows = copying.into(
                "published_aggregate",
                "position",
                "revision",
                "subject",
                "territory",
                "year",
                "month",
                "business_form",
                "total",
                "imports",
                "exports",
                "source",
                "recorded_at",
                "actor")) {
            for (var at : published) {
                var aggregate = at.value().aggregate();
                rows.row();
                rows.bigint(at.position());
                rows.integer(1);
                rows.text(aggregate.subject().wireName());
                rows.text(aggregate.territory());
                rows.smallint(Months.year(aggregate.period()));
                rows.smallint(Months.month(aggregate.period()));
                rows.text(PublishedTable.form(aggregate.businessForm()));
                rows.bigint(aggregate.total().fen());
                rows.bigint(PublishedTable.fen(aggregate.imports()));
                rows.bigint(PublishedTable.fen(aggregate.exports()));
                rows.text(aggregate.source());
                rows.timestamptz(at.value().recordedAt());
                rows.text(at.value().actor());
            }
        }
    }

    private void copyEnterprises(Copying copying) throws IOException, SQLException {
        if (enterprises.isEmpty()) {
            return;
        }
        try (CopiedRows rows = copying.into(
                "enterprise",
                "position",
                "enterprise",
                "name",
                "zone",
                "industry",
                "is_leading",
                "effective_on",
                "effective_not_before")) {
            for (var at : enterprises) {
                var enterprise = at.value();
                rows.row();
                rows.bigint(at.position());
                rows.text(enterprise.id().value());
                rows.text(enterprise.name());
                rows.text(enterprise.zone().value());
                rows.text(enterprise.industry().toString());
                rows.bool(enterprise.leading());
                rows.date(enterprise.effectiveOn());
                rows.date(enterprise.effectiveNotBefore());
            }
        }
    }
}
