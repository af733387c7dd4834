package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of the entries' sums. */
final class SumTables {

    /** A block's cells, some tens of thousands, are collected and sorted in memory. */
    private static final String MEMORY = "set local work_mem = '64MB'";

    /**
     * The changes of a block are the additions of its versions and the subtractions of the versions that it ends. A
     * cell with no change keeps its row. A block that was added before is skipped. Cells are looked up and added in the
     * order of their index, where neighbours share a page.
     */
    private static final String ADD = """
            with block as (
                insert into trade_block (block) values ($1) on conflict do nothing returning block
            ), change as (
                select year, month, zone, direction, business_form, hs_chapter, enterprise, partner, fen, 1 as entries
                from block, trade_entry
                where position > $2 and position <= $3
                union all
                select year, month, zone, direction, business_form, hs_chapter, enterprise, partner, -fen, -1
                from block, trade_entry
                where known_to > $2 and known_to <= $3
            ), by_month as (
                select d.dimension, c.year, c.month as part, c.zone, coalesce(d.item, '') as item,
                       coalesce(sum(fen) filter (where direction = 'import'), 0) as imports,
                       coalesce(sum(fen) filter (where direction = 'export'), 0) as exports,
                       coalesce(sum(fen) filter (where direction = 'total'), 0) as undirected,
                       coalesce(sum(entries) filter (where direction = 'import'), 0) as import_entries,
                       coalesce(sum(entries) filter (where direction = 'export'), 0) as export_entries,
                       coalesce(sum(entries) filter (where direction = 'total'), 0) as undirected_entries
                from change c
                     cross join lateral (values ('zone'::trade_dimension, ''), ('business-form', c.business_form),
                                                ('hs-chapter', c.hs_chapter), ('enterprise', c.enterprise),
                                                ('partner', c.partner)) as d(dimension, item)
                group by d.dimension, c.year, c.month, c.zone, d.item
            ), delta as (
                select * from by_month
                union all
                select dimension, year, -1, zone, item, sum(imports), sum(exports), sum(undirected),
                       sum(import_entries), sum(export_entries), sum(undirected_entries)
                from by_month
                group by dimension, year, zone, item
            ), cell as materialized (
                select s.cell, s.since, s.imports as past_imports, s.exports as past_exports,
                       s.undirected as past_undirected, s.import_entries as past_import_entries,
                       s.export_entries as past_export_entries, s.undirected_entries as past_undirected_entries, d.*
                from (select * from delta
                      where (imports, exports, undirected, import_entries, export_entries, undirected_entries)
                              <> (0, 0, 0, 0, 0, 0)
                      order by dimension, year, part, zone, item) d
                     left join trade_sum s using (dimension, year, part, zone, item)
            ), kept as (
                insert into trade_sum_past (cell, since, imports, exports, undirected, import_entries, export_entries,
                                            undirected_entries)
                select cell, since, past_imports, past_exports, past_undirected, past_import_entries,
                       past_export_entries, past_undirected_entries
                from cell
                where cell is not null
            ), changed as (
                update trade_sum s
                set since = $1, imports = s.imports + c.imports, exports = s.exports + c.exports,
                    undirected = s.undirected + c.undirected, import_entries = s.import_entries + c.import_entries,
                    export_entries = s.export_entries + c.export_entries,
                    undirected_entries = s.undirected_entries + c.undirected_entries
                from cell c
                where s.cell = c.cell
            )
            insert into trade_sum (since, dimension, year, part, zone, item, imports, exports, undirected,
                                   import_entries, export_entries, undirected_entries)
            select $1, dimension, year, part, zone, item, imports, exports, undirected, import_entries,
                   export_entries, undirected_entries
            from cell
            where cell is null
            """;

    private final SqlConnection connection;

    SumTables(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * Adds a block.
     *
     * @param before the last position before it
     * @param last its last position
     */
    Uni<Void> add(int block, long before, long last) {
        return connection
                .query(MEMORY)
                .execute()
                .chain(() -> connection.preparedQuery(ADD).execute(Tuple.of(block, before, last)))
                .replaceWithVoid();
    }
}
