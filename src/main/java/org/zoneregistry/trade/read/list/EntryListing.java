package org.zoneregistry.trade.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;

/** Lists entries from their rows. */
@ApplicationScoped
public class EntryListing {

    private final Pool pool;

    EntryListing(Pool pool) {
        this.pool = pool;
    }

    /** Up to one more of the entries that answer the question than the page holds. */
    Uni<List<ListedEntry>> find(EntryQuestion question, PageRequest page) {
        var statement = new EntryStatement(question, page);
        String sql = statement.sql();
        return CallerContext.returnTo(pool.preparedQuery(sql)
                .execute(statement.parameters())
                .map(rows -> {
                    var entries = new ArrayList<ListedEntry>();
                    for (Row row : rows) {
                        entries.add(ListedEntry.of(row));
                    }
                    return List.copyOf(entries);
                }));
    }

    /** What entries are sorted by. */
    static List<String> key(ListedEntry entry) {
        Period period = Period.parse(entry.period());
        return List.of(
                entry.zone(),
                Months.year(period).toString(),
                Months.month(period).toString(),
                entry.entryId());
    }
}
