package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.Blocks;

/**
 * The cube from the rows of the projection {@code statistics}, and the zones from those of {@code registry}: both must
 * have reached the prefix that is asked for.
 *
 * <p>Where months are told apart, a zone counts as what it was on the last day of each month, and for what was recorded
 * for the year as a whole on the year's; else on the last day of each year.
 */
@ApplicationScoped
public class StoredCube implements Cube {

    private final SqlClient database;
    private final Blocks blocks;

    @Inject
    StoredCube(Pool pool) {
        this(pool, Blocks.OF_THE_PROJECTION);
    }

    /** The cube of a copy, in a transaction that asks it. */
    public static Cube in(SqlConnection connection) {
        return new StoredCube(connection, Blocks.OF_THE_PROJECTION);
    }

    /** A cube from tables that were filled with blocks of another size. */
    public StoredCube(SqlClient database, Blocks blocks) {
        this.database = database;
        this.blocks = blocks;
    }

    @Override
    public Uni<List<Cell>> sums(CubeQuestion question) {
        var statement = new CubeStatement(question, blocks);
        String sql = statement.sql();
        return CallerContext.returnTo(database.preparedQuery(sql)
                .execute(statement.parameters())
                .map(rows -> {
                    var cells = new ArrayList<Cell>();
                    for (Row row : rows) {
                        addCells(cells, row, statement.keys(), question);
                    }
                    cells.sort(order(question));
                    return List.copyOf(cells);
                }));
    }

    private static void addCells(List<Cell> cells, Row row, List<Dimension> keys, CubeQuestion question) {
        Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
        for (int i = 0; i < keys.size(); i++) {
            key.put(keys.get(i), row.getString(i));
        }
        Set<Direction> wanted = directions(question.filter().get(Dimension.DIRECTION));
        if (!question.groupBy().contains(Dimension.DIRECTION)) {
            add(cells, key, row, wanted);
            return;
        }
        for (Direction direction : wanted) {
            key.put(Dimension.DIRECTION, direction.wireName());
            add(cells, key, row, EnumSet.of(direction));
        }
    }

    private static Set<Direction> directions(@Nullable Set<String> wanted) {
        Set<Direction> directions = EnumSet.allOf(Direction.class);
        if (wanted != null) {
            directions.removeIf(direction -> !wanted.contains(direction.wireName()));
        }
        return directions;
    }

    /** Unless there are no such entries. */
    private static void add(
            List<Cell> cells, Map<Dimension, @Nullable String> key, Row row, Set<Direction> directions) {
        var cell = cell(
                key,
                row,
                directions.contains(Direction.IMPORT),
                directions.contains(Direction.EXPORT),
                directions.contains(Direction.TOTAL));
        if (cell.entries() > 0) {
            cells.add(cell);
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

    private static Comparator<Cell> order(CubeQuestion question) {
        Comparator<Cell> order = Comparator.comparingInt(cell -> 0);
        for (Dimension dimension : Dimension.values()) {
            if (question.groupBy().contains(dimension)) {
                order = order.thenComparing(
                        cell -> cell.key().get(dimension), Comparator.nullsLast(Comparator.naturalOrder()));
            }
        }
        return order;
    }
}
