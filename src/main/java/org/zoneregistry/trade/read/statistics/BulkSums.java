package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.projections.CopiedRows;
import org.zoneregistry.projections.CopyWork;

/**
 * Fills the tables of sums in bulk from the changes of all blocks. The database stores the changed cells as sorted
 * runs, and this class merges them. A cell has a row for each block that changes it; the last row is current, and the
 * rows before are past. Sorting and adding here costs much less than in the database.
 */
final class BulkSums implements CopyWork {

    private static final String CREATE = """
            create unlogged table bulk_run (
                run bigint not null, block integer not null, piece integer not null, bytes bytea not null,
                primary key (run, piece));
            alter table bulk_run alter column bytes set storage external
            """;

    private static final String KEEP = """
            insert into bulk_run (run, block, piece, bytes)
            select $1, $2, p.piece, p.bytes from unnest($3::integer[], $4::bytea[]) as p(piece, bytes)
            """;

    private static final String KEYS = """
            select setval(pg_get_serial_sequence(current_schema() || '.trade_sum', 'cell'),
                          (select coalesce(max(cell), 0) + 1 from trade_sum), false)
            """;

    private static final String[] AMOUNTS = {
        "import_entries",
        "export_entries",
        "undirected_entries",
        "import_parts",
        "export_parts",
        "undirected_parts",
        "imports",
        "exports",
        "undirected"
    };

    private final Vocabulary.Words zones;
    private final Vocabulary.Words items;
    private final Sums total = new Sums(1);
    private final Sums change = new Sums(1);
    private final YearParts yearParts = new YearParts();
    private long key;

    BulkSums(Vocabulary zones, Vocabulary items) {
        this.zones = zones.words();
        this.items = items.words();
    }

    static Uni<Void> create(SqlConnection connection) {
        return connection.query(CREATE).execute().replaceWithVoid();
    }

    /** Stores the changes of a block, or a part of them. {@code run} is a new number. */
    static Uni<Void> keep(SqlConnection connection, long run, int block, List<byte[]> pieces) {
        if (pieces.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.of(run, block)
                .addArrayOfInteger(IntStream.range(0, pieces.size()).boxed().toArray(Integer[]::new))
                .addValue(pieces.stream().map(Buffer::buffer).toArray(Buffer[]::new));
        return connection.preparedQuery(KEEP).execute(arguments).replaceWithVoid();
    }

    /** Sets the next key for new cells, and drops the temporary tables. */
    static Uni<Void> end(SqlConnection connection) {
        return connection
                .query(KEYS)
                .execute()
                .chain(() -> connection.query("drop table bulk_run").execute())
                .replaceWithVoid();
    }

    @Override
    public void fill(Copying copying) throws IOException, SQLException {
        Connection runs = copying.reading();
        try (PreparedStatement pieces =
                        runs.prepareStatement("select bytes from bulk_run where run = ? and piece = ?");
                CopiedRows standing = copying.into(
                        "trade_sum", columns("cell", "since", "year", "part", "dimension", "zone", "item"));
                CopiedRows past = copying.into("trade_sum_past", columns("cell", "since"))) {
            merge(opened(runs, pieces), standing, past);
        }
    }

    private static String[] columns(String... key) {
        return Stream.of(key, AMOUNTS).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static BulkRuns opened(Connection runs, PreparedStatement pieces) throws SQLException {
        var readers = new ArrayList<RunReader>();
        try (Statement statement = runs.createStatement();
                ResultSet found = statement.executeQuery("select run, block from bulk_run where piece = 0")) {
            while (found.next()) {
                var reader = new RunReader(pieces, found.getLong(1), found.getInt(2));
                if (reader.next()) {
                    readers.add(reader);
                }
            }
        }
        return new BulkRuns(readers);
    }

    private void merge(BulkRuns runs, CopiedRows standing, CopiedRows past) throws IOException, SQLException {
        List<Standing> year = new ArrayList<>();
        while (!runs.isEmpty()) {
            long cell = runs.first().cell;
            if (!year.isEmpty()
                    && !CellNumber.areOfOneYear(cell, year.getFirst().cell())) {
                standing(standing, year);
            }
            mergeCell(runs, cell, year, past);
        }
        standing(standing, year);
    }

    /** Writes a cell's past rows, and adds its last one to those of the year. */
    private void mergeCell(BulkRuns runs, long cell, List<Standing> year, CopiedRows past)
            throws IOException, SQLException {
        int part = CellNumber.part(cell);
        int since = -1;
        long parts = YearParts.NONE;
        total.clear();
        while (!runs.isEmpty() && runs.first().cell == cell) {
            int block = runs.first().block;
            changeOf(runs, cell, block);
            long partsAfter = part < 0 ? yearParts.after(block) : YearParts.NONE;
            if (change.isNothing() && partsAfter == parts) {
                continue;
            }
            if (since >= 0) {
                past(past, since, parts);
            } else {
                key++;
            }
            total.addFirstOf(change);
            since = block;
            parts = partsAfter;
            if (part >= 0) {
                yearParts.add(block, part, total);
            }
        }
        if (since >= 0) {
            year.add(new Standing(cell, key, since, total.copy(), parts));
        }
        if (part < 0) {
            yearParts.clear();
        }
    }

    /** Writes a year's cells in the order of their index, which makes building the index much faster. */
    private void standing(CopiedRows rows, List<Standing> year) throws IOException {
        year.sort(Comparator.<Standing>comparingInt(row -> CellNumber.part(row.cell()))
                .thenComparingLong(row -> ((long) zones.rank(CellNumber.zone(row.cell())) << Integer.SIZE)
                        | items.rank(CellNumber.item(row.cell()))));
        for (Standing row : year) {
            write(rows, row);
        }
        year.clear();
    }

    /** Adds up the changes of a block to a cell: additions and subtractions are in different runs. */
    private void changeOf(BulkRuns runs, long cell, int block) throws SQLException {
        change.clear();
        while (!runs.isEmpty() && runs.first().cell == cell && runs.first().block == block) {
            change.addFirstOf(runs.first().sums);
            runs.next();
        }
    }

    private void past(CopiedRows rows, int since, long parts) throws IOException {
        rows.row();
        rows.bigint(key);
        rows.integer(since);
        amounts(rows, total, parts);
    }

    private void write(CopiedRows rows, Standing row) throws IOException {
        long cell = row.cell();
        rows.row();
        rows.bigint(row.key());
        rows.integer(row.since());
        rows.smallint(CellNumber.year(cell));
        rows.smallint(CellNumber.part(cell));
        rows.text(CellNumber.dimension(cell).label);
        rows.utf8(zones.utf8(CellNumber.zone(cell)));
        rows.utf8(items.utf8(CellNumber.item(cell)));
        amounts(rows, row.total(), row.parts());
    }

    private static void amounts(CopiedRows rows, Sums sums, long parts) throws IOException {
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            rows.integer(sums.entries[kind]);
        }
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            rows.smallint(YearParts.of(parts, kind));
        }
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            rows.numeric(sums.high[kind], sums.low[kind]);
        }
    }

    /** The final sum of a cell. */
    private record Standing(long cell, long key, int since, Sums total, long parts) {}
}
