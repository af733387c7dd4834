package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.zone.read.registry.RegistryProjection;

/** The projections of figures and of zones on a new database, read with plain SQL. */
public final class StatisticsDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final Connection connection = connected();

    public Pool pool() {
        return pool;
    }

    /** Makes the tables empty. */
    public void empty() {
        execute("truncate trade_entry, trade_block, trade_sum, trade_sum_past, published_aggregate, enterprise,"
                + " zone_fact, zone_state");
    }

    /** Applies a batch in a transaction. */
    public void apply(List<StoredEvent> batch, Blocks blocks) {
        await(pool.withTransaction(connection -> new StatisticsProjection(blocks)
                .apply(connection, batch)
                .chain(() -> new RegistryProjection().apply(connection, batch))));
    }

    /** Applies a log in batches of random sizes. */
    public void applyInBatches(List<StoredEvent> events, Blocks blocks, Random random) {
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(12));
            apply(events.subList(from, to), blocks);
            from = to;
        }
    }

    public <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    public void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The content of the tables, without generated keys. */
    List<String> rows() {
        return texts("""
                        select to_jsonb(e)::text from trade_entry e
                        union all
                        select to_jsonb(b)::text from trade_block b
                        union all
                        select (to_jsonb(s) - 'cell')::text from trade_sum s
                        union all
                        select jsonb_build_array(s.year, s.part, s.dimension, s.zone, s.item, \
                        to_jsonb(p) - 'cell')::text
                        from trade_sum_past p join trade_sum s using (cell)
                        union all
                        select to_jsonb(a)::text from published_aggregate a
                        union all
                        select to_jsonb(e)::text from enterprise e
                        order by 1
                        """);
    }

    /** The years, at the end of a block, whose bits are not those of the parts with entries. */
    List<String> yearsWithWrongParts() {
        return texts("""
                with version as (
                    select dimension, year, zone, item, part, since, import_entries, export_entries,
                           undirected_entries, import_parts, export_parts, undirected_parts
                    from trade_sum
                    union all
                    select s.dimension, s.year, s.zone, s.item, s.part, p.since, p.import_entries, p.export_entries,
                           p.undirected_entries, p.import_parts, p.export_parts, p.undirected_parts
                    from trade_sum_past p join trade_sum s using (cell)
                ), at_block as (
                    select distinct on (block, dimension, year, zone, item, part) *
                    from trade_block join version on since <= block
                    order by block, dimension, year, zone, item, part, since desc
                ), by_year as (
                    select block, dimension, year, zone, item,
                           array[bit_or(import_parts), bit_or(export_parts), bit_or(undirected_parts)]::integer[]
                               as kept,
                           array[coalesce(bit_or(1 << part) filter (where import_entries > 0), 0),
                                 coalesce(bit_or(1 << part) filter (where export_entries > 0), 0),
                                 coalesce(bit_or(1 << part) filter (where undirected_entries > 0), 0)] as counted,
                           part >= 0 as are_parts
                    from at_block
                    group by block, dimension, year, zone, item, are_parts
                )
                select to_jsonb(y)::text || to_jsonb(p)::text
                from by_year y
                     join by_year p using (block, dimension, year, zone, item)
                where p.are_parts and not y.are_parts and (y.kept <> p.counted or p.kept <> array[0, 0, 0])
                """);
    }

    private List<String> texts(String query) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        await(pool.close());
        await(vertx.close());
        database.close();
    }

    private Connection connected() {
        try {
            return database.connect();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
