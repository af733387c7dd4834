package org.zoneregistry.trade.read.statistics;

import java.util.List;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.trade.read.Blocks;

/** The projection's tables, and their content that depends only on the log. */
final class StatisticsTables {

    private final Blocks blocks;

    StatisticsTables(Blocks blocks) {
        this.blocks = blocks;
    }

    List<ProjectionTable> list() {
        return List.of(
                ProjectionTable.ofVersions("trade_entry"),
                ProjectionTable.of("trade_block", "block::bigint * " + blocks.size() + " + 1")
                        .withPast(
                                "select block::bigint * " + blocks.size() + " + 1, to_jsonb(t) from %1$s.trade_block t"
                                        + " where (block + 1)::bigint * " + blocks.size() + " <= %2$d"),
                ProjectionTable.without("'cell'", "trade_sum", "since::bigint * " + blocks.size() + " + 1")
                        .withPast(sumsAt("rank = 1")),
                ProjectionTable.withContents(
                                "trade_sum_past",
                                "select p.since::bigint * " + blocks.size()
                                        + " + 1, to_jsonb(p) - 'cell' || jsonb_build_object('year', s.year, 'part',"
                                        + " s.part, 'dimension', s.dimension, 'zone', s.zone, 'item', s.item) from"
                                        + " %1$s.trade_sum_past p left join %1$s.trade_sum s using (cell)")
                        .withPast(sumsAt("rank > 1")),
                ProjectionTable.ofVersions("published_aggregate"),
                ProjectionTable.ofVersions("enterprise"));
    }

    /**
     * The sums of cells at the end of each whole block that changed them. The last one of a prefix is current in it;
     * the others are past.
     */
    private String sumsAt(String which) {
        return """
                select since::bigint * %1$d + 1, to_jsonb(c) - 'rank'
                from (select c.*, s.year, s.part, s.dimension, s.zone, s.item,
                             row_number() over (partition by s.cell order by c.since desc) as rank
                      from %%1$s.trade_sum s
                           cross join lateral (
                               select s.since, s.import_entries, s.export_entries, s.undirected_entries,
                                      s.import_parts, s.export_parts, s.undirected_parts, s.imports, s.exports,
                                      s.undirected
                               union all
                               select p.since, p.import_entries, p.export_entries, p.undirected_entries,
                                      p.import_parts, p.export_parts, p.undirected_parts, p.imports, p.exports,
                                      p.undirected
                               from %%1$s.trade_sum_past p
                               where p.cell = s.cell) c
                      where (c.since + 1)::bigint * %1$d <= %%2$d) c
                where %2$s
                """.formatted(blocks.size(), which);
    }
}
