package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.zoneregistry.trade.read.Blocks;

/** The tables of the entries' sums. */
final class SumTables {

    /** A group's cells, some tens of thousands, are collected and sorted in memory. */
    private static final String MEMORY = "set local work_mem = '64MB'";

    /**
     * The changes of a block are the additions of its versions and the subtractions of the versions that it ends. The
     * last block of a group also has the changes of the whole group to sums with a detail. A cell with no change keeps
     * its row. A block that was added before is skipped. Cells are looked up and added in the order of their index,
     * where neighbours share a page. The bits of a year follow from the numbers of entries of those of its parts that
     * have changes; {@code s} is the row of a cell before, if it has one.
     */
    private static final String ADD = """
            with block as (
                insert into trade_block (block) values ($1) on conflict do nothing returning block
            ), change as (
                select position as at, year, month, zone, direction, business_form, hs_chapter, enterprise, partner,
                       fen, 1 as entries
                from block, trade_entry
                where position > $2 and position <= $4
                union all
                select known_to, year, month, zone, direction, business_form, hs_chapter, enterprise, partner, -fen, -1
                from block, trade_entry
                where known_to > $2 and known_to <= $4
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
                where case when d.dimension = 'zone' then c.at > $3 else $5 end
                group by d.dimension, c.year, c.month, c.zone, d.item
            ), month as materialized (
                select s, d.*
                from (select * from by_month order by dimension, year, part, zone, item) d
                     left join trade_sum s using (dimension, year, part, zone, item)
            ), by_year as (
                select dimension, year, (-1)::smallint as part, zone, item, sum(imports) as imports,
                       sum(exports) as exports, sum(undirected) as undirected, sum(import_entries) as import_entries,
                       sum(export_entries) as export_entries, sum(undirected_entries) as undirected_entries,
                       bit_or(1 << part) as parts,
                       bit_or(case when coalesce((s).import_entries, 0) + import_entries > 0
                                  then 1 << part else 0 end) as import_parts,
                       bit_or(case when coalesce((s).export_entries, 0) + export_entries > 0
                                  then 1 << part else 0 end) as export_parts,
                       bit_or(case when coalesce((s).undirected_entries, 0) + undirected_entries > 0
                                  then 1 << part else 0 end) as undirected_parts
                from month
                group by dimension, year, zone, item
                order by dimension, year, zone, item
            ), any_cell as (
                select s, dimension, year, part, zone, item, imports, exports, undirected, import_entries,
                       export_entries, undirected_entries, 0 as import_parts, 0 as export_parts, 0 as undirected_parts
                from month
                union all
                select s, dimension, year, part, zone, item, d.imports, d.exports, d.undirected, d.import_entries,
                       d.export_entries, d.undirected_entries,
                       (coalesce(s.import_parts, 0) & ~parts) | d.import_parts,
                       (coalesce(s.export_parts, 0) & ~parts) | d.export_parts,
                       (coalesce(s.undirected_parts, 0) & ~parts) | d.undirected_parts
                from by_year d left join trade_sum s using (dimension, year, part, zone, item)
            ), cell as materialized (
                select *
                from any_cell
                where (imports, exports, undirected, import_entries, export_entries, undirected_entries)
                          <> (0, 0, 0, 0, 0, 0)
                      or (import_parts, export_parts, undirected_parts)
                          <> (coalesce((s).import_parts, 0), coalesce((s).export_parts, 0),
                              coalesce((s).undirected_parts, 0))
            ), kept as (
                insert into trade_sum_past (cell, since, imports, exports, undirected, import_entries, export_entries,
                                            undirected_entries, import_parts, export_parts, undirected_parts)
                select (s).cell, (s).since, (s).imports, (s).exports, (s).undirected, (s).import_entries,
                       (s).export_entries, (s).undirected_entries, (s).import_parts, (s).export_parts,
                       (s).undirected_parts
                from cell
                where (s).cell is not null
            ), changed as (
                update trade_sum t
                set since = $1, imports = t.imports + c.imports, exports = t.exports + c.exports,
                    undirected = t.undirected + c.undirected, import_entries = t.import_entries + c.import_entries,
                    export_entries = t.export_entries + c.export_entries,
                    undirected_entries = t.undirected_entries + c.undirected_entries,
                    import_parts = c.import_parts, export_parts = c.export_parts,
                    undirected_parts = c.undirected_parts
                from cell c
                where t.cell = (c.s).cell
            )
            insert into trade_sum (since, dimension, year, part, zone, item, imports, exports, undirected,
                                   import_entries, export_entries, undirected_entries, import_parts, export_parts,
                                   undirected_parts)
            select $1, dimension, year, part, zone, item, imports, exports, undirected, import_entries,
                   export_entries, undirected_entries, import_parts, export_parts, undirected_parts
            from cell
            where (s).cell is null
            """;

    private final SqlConnection connection;

    SumTables(SqlConnection connection) {
        this.connection = connection;
    }

    /** Adds a block, and its group if that ends with it. */
    Uni<Void> add(int block, Blocks blocks) {
        boolean endsGroup = blocks.endsGroup(block);
        long before = blocks.before(block);
        long beforeGroup = endsGroup ? blocks.before(blocks.startOfGroup(block)) : before;
        var arguments = Tuple.of(block, beforeGroup, before, blocks.before(block + 1), endsGroup);
        return connection
                .query(MEMORY)
                .execute()
                .chain(() -> connection.preparedQuery(ADD).execute(arguments))
                .replaceWithVoid();
    }
}
