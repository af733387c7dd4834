package org.zoneregistry.trade.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;

/** Lists entries from their table. */
final class EntryListing {

    private EntryListing() {}

    /** The entries that match the question, at most one more than the page has. */
    static Uni<List<ListedEntry>> find(SqlClient database, EntryQuestion question, PageRequest page) {
        return OffLoop.map(new EntryStatement(question, page).run(database), rows -> {
            var entries = new ArrayList<ListedEntry>();
            for (Row row : rows) {
                entries.add(ListedEntry.of(row));
            }
            return List.copyOf(entries);
        });
    }

    /** The sort key of an entry. */
    static List<String> key(ListedEntry entry) {
        Period period = Period.parse(entry.period());
        return List.of(
                entry.zone(),
                Months.year(period).toString(),
                Months.month(period).toString(),
                entry.entryId());
    }
}
