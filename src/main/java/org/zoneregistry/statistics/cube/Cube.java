package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.Pages;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.database.Sql;
import org.zoneregistry.money.Amount;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;

/**
 * Answers from the trade cube. A cell is the sum of the entries with one combination of values; combinations without
 * entries have no cell. Sums are exact. They contain no entries that were withdrawn in the prefix, and corrected
 * entries have their corrected values. A cell's type, province and region are {@code null} if the zone was unknown on
 * the deciding day.
 *
 * <p>Cells come from the tables of the projection {@code statistics}, zones from those of {@code registry}. Both
 * projections must have reached the requested prefix; this is not checked here.
 *
 * <p>The deciding day is {@code validAt} if the question has one. Otherwise it is the last day of the year. Only if the
 * question separates months, it is the last day of the month for entries of a month.
 */
public final class Cube {

    /** The largest number of sums in an answer. */
    public static final int MOST_CELLS = 20_000;

    private static final Coverage NOT_READ = new Coverage(0, 0, 0, 0, 0, 0, 0);

    private final SqlClient database;
    private final Blocks blocks;

    /** The cube in the tables that the connection finds: those of the projection, or of a copy. */
    public static Cube in(SqlConnection connection) {
        return new Cube(connection, Blocks.OF_THE_PROJECTION);
    }

    /** A cube from tables that were filled with blocks of another size. */
    public Cube(SqlClient database, Blocks blocks) {
        this.database = database;
        this.blocks = blocks;
    }

    /**
     * The requested sums, ordered by their values ({@code null} last).
     *
     * @param most the largest number
     * @return fails with {@link TooMuch} if there are more
     */
    public Uni<List<Cell>> sums(CubeQuestion question, int most) {
        return sums(question, most, List.of())
                .map(cells -> cells.stream().map(CoveredCell::cell).toList());
    }

    /** The same, at most {@link #MOST_CELLS}. */
    public Uni<List<Cell>> sums(CubeQuestion question) {
        return sums(question, MOST_CELLS);
    }

    /**
     * The sums, at most {@link #MOST_CELLS}, with their coverage. Little more expensive; but years with several details
     * are then read month by month.
     */
    public Uni<List<CoveredCell>> covered(CubeQuestion question) {
        return sums(question, MOST_CELLS, coverage(question, question.groupBy().contains(Dimension.DIRECTION)));
    }

    private Uni<List<CoveredCell>> sums(CubeQuestion question, int most, List<CoverageColumns> coverage) {
        var sql = new Sql();
        var statement = new CubeStatement(sql, question, blocks, coverage);
        return OffLoop.map(sql.run(database, statement.sql(most + 1)), rows -> {
            if (rows.size() > most) {
                throw new TooMuch(most, "sums");
            }
            List<CoveredCell> cells = cells(rows, statement, question, coverage);
            cells.sort(order(question));
            return List.copyOf(cells);
        });
    }

    /**
     * The common part of the sums of the periods and those of the year before, and of the sums and a base period: only
     * zones with entries of the same month, or of the whole year, in both. In any order; sums without a common part are
     * left out.
     *
     * @param question broken down by years if it is about years, otherwise by months; it includes the earlier periods
     * @return fails with {@link TooMuch} if there are more than {@link #MOST_CELLS}
     */
    public Uni<List<Matching>> matching(CubeQuestion question, Period base) {
        var sql = new Sql();
        var statement = new MatchingStatement(sql, question, base, blocks);
        return OffLoop.map(sql.run(database, statement.sql(MOST_CELLS + 1)), rows -> {
            if (rows.size() > MOST_CELLS) {
                throw new TooMuch(MOST_CELLS, "sums");
            }
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(statement::read)
                    .toList();
        });
    }

    /**
     * Streams all sums, in batches, on demand. Emits on a worker thread.
     *
     * @param first the first dimensions of the order, all of them in the breakdown. Sums are ordered by these, then by
     *     year and month; a whole year comes before its months
     */
    public Multi<List<Cell>> stream(CubeQuestion question, List<Dimension> first) {
        return stream(question, first, List.of())
                .map(cells -> cells.stream().map(CoveredCell::cell).toList());
    }

    /** Streams all sums with their coverage: of all directions together, and of each direction. */
    public Multi<List<CoveredCell>> streamCovered(CubeQuestion question, List<Dimension> first) {
        return stream(question, first, coverage(question, true));
    }

    private Multi<List<CoveredCell>> stream(
            CubeQuestion question, List<Dimension> first, List<CoverageColumns> coverage) {
        var sql = new Sql();
        var statement = new CubeStatement(sql, question, blocks, coverage);
        return Pages.of(
                (SqlConnection) database,
                statement.ordered(first),
                sql.parameters(),
                rows -> cells(rows, statement, question, coverage));
    }

    private static List<CoveredCell> cells(
            RowSet<Row> rows, CubeStatement statement, CubeQuestion question, List<CoverageColumns> coverage) {
        var cells = new ArrayList<CoveredCell>(rows.size());
        List<Dimension> keys = statement.keys();
        Map<String, String> texts = new HashMap<>(); // most values occur in many rows: keep one string of each
        for (Row row : rows) {
            Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
            for (int i = 0; i < keys.size(); i++) {
                String text = row.getString(i);
                key.put(keys.get(i), text == null ? null : texts.computeIfAbsent(text, first -> first));
            }
            addCells(cells, key, row, question, coverage);
        }
        return cells;
    }

    private static void addCells(
            List<CoveredCell> cells,
            Map<Dimension, @Nullable String> key,
            Row row,
            CubeQuestion question,
            List<CoverageColumns> coverage) {
        Set<Direction> wanted = directions(question);
        if (!question.groupBy().contains(Dimension.DIRECTION)) {
            add(cells, key, row, wanted, coverage);
            return;
        }
        for (Direction direction : wanted) {
            key.put(Dimension.DIRECTION, direction.wireName());
            add(
                    cells,
                    key,
                    row,
                    EnumSet.of(direction),
                    coverage.isEmpty() ? coverage : List.of(CoverageColumns.of(direction)));
        }
    }

    /** The coverage columns of the wanted directions together, then of each direction if requested. */
    private static List<CoverageColumns> coverage(CubeQuestion question, boolean byDirection) {
        var coverage = new ArrayList<CoverageColumns>();
        coverage.add(CoverageColumns.together(directions(question)));
        if (byDirection) {
            directions(question).forEach(direction -> coverage.add(CoverageColumns.of(direction)));
        }
        return coverage;
    }

    /** The directions that a question is about. */
    static Set<Direction> directions(CubeQuestion question) {
        Set<String> wanted = question.filter().get(Dimension.DIRECTION);
        Set<Direction> directions = EnumSet.allOf(Direction.class);
        if (wanted != null) {
            directions.removeIf(direction -> !wanted.contains(direction.wireName()));
        }
        return directions;
    }

    /** Adds a cell, if it has entries. */
    private static void add(
            List<CoveredCell> cells,
            Map<Dimension, @Nullable String> key,
            Row row,
            Set<Direction> directions,
            List<CoverageColumns> coverage) {
        var cell = cell(
                key,
                row,
                directions.contains(Direction.IMPORT),
                directions.contains(Direction.EXPORT),
                directions.contains(Direction.TOTAL));
        if (cell.entries() > 0) {
            var byDirection = new EnumMap<Direction, Coverage>(Direction.class);
            for (CoverageColumns columns : coverage) {
                if (columns.of() != null) {
                    byDirection.put(columns.of(), columns.read(row));
                }
            }
            cells.add(new CoveredCell(
                    cell, coverage.isEmpty() ? NOT_READ : coverage.getFirst().read(row), byDirection));
        }
    }

    private static Cell cell(
            Map<Dimension, @Nullable String> key, Row row, boolean imports, boolean exports, boolean undirected) {
        return new Cell(
                key,
                imports ? amount(row, "imports") : Amount.ZERO,
                exports ? amount(row, "exports") : Amount.ZERO,
                undirected ? amount(row, "undirected") : Amount.ZERO,
                (imports ? row.getLong("import_entries") : 0)
                        + (exports ? row.getLong("export_entries") : 0)
                        + (undirected ? row.getLong("undirected_entries") : 0));
    }

    private static Amount amount(Row row, String column) {
        return Amount.ofFen(Objects.requireNonNull(row.get(BigDecimal.class, column)));
    }

    private static Comparator<CoveredCell> order(CubeQuestion question) {
        Comparator<CoveredCell> order = Comparator.comparingInt(cell -> 0);
        for (Dimension dimension : Dimension.values()) {
            if (question.groupBy().contains(dimension)) {
                order = order.thenComparing(
                        cell -> cell.cell().key().get(dimension), Comparator.nullsLast(Comparator.naturalOrder()));
            }
        }
        return order;
    }
}
