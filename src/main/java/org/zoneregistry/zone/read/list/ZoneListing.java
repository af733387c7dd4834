package org.zoneregistry.zone.read.list;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneStateRow;

/** Lists zones from their rows. */
@ApplicationScoped
public class ZoneListing {

    /**
     * What was found.
     *
     * @param total how many answer the question
     * @param fetched up to one more of them than the page holds
     */
    record Found(long total, List<Zone> fetched) {}

    @WithSession
    Uni<Found> find(ZoneQuestion question, PageRequest page) {
        var all = question.at(page.point());
        var rest = all.after(page);
        // one after the other: a session has one connection
        return ZoneStateRow.count(all.hql(), all.parameters())
                .chain(total -> ZoneStateRow.<ZoneStateRow>find(rest.hql() + " order by zone", rest.parameters())
                        .range(0, page.fetch() - 1)
                        .list()
                        .map(rows ->
                                new Found(total, rows.stream().map(Zone::of).toList())));
    }
}
