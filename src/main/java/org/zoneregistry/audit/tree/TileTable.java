package org.zoneregistry.audit.tree;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zoneregistry.audit.merkle.GrowingTiles;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.Node;
import org.zoneregistry.audit.merkle.Tile;

/** The table of tiles. When a tile grows, its earlier hashes stay in their places. */
final class TileTable {

    private static final String READ = """
            select t.level, t.index, t.hashes
            from unnest($1::smallint[], $2::bigint[]) asked (level, index)
            join audit_tile t on t.level = asked.level and t.index = asked.index
            """;

    private static final String WRITE = """
            insert into audit_tile (level, index, hashes)
            select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes
            where length(audit_tile.hashes) < length(excluded.hashes)
            """;

    private TileTable() {}

    /** The place of a tile, without its width. */
    private record Place(int level, long index) {}

    record Contents(Map<Place, byte[]> byPlace) {

        /** Whether all hashes of a tile are there. */
        boolean has(Tile tile) {
            byte[] content = byPlace.get(place(tile));
            return content != null && content.length >= tile.width() * Hash.BYTES;
        }

        /** The tile's content, possibly longer than the tile. */
        byte[] content(Tile tile) {
            return requireNonNull(byPlace.get(place(tile)), "a tile that wasn't read");
        }

        /** The nodes of a tree that can be computed from these tiles. */
        Function<Node, Hash> nodes(long treeSize) {
            return node -> {
                Tile tile = Tile.of(node, treeSize);
                return tile.hash(node, content(tile));
            };
        }
    }

    /** The tiles from which some nodes of a tree can be computed. */
    static Set<Tile> of(Collection<Node> nodes, long treeSize) {
        Set<Tile> tiles = new HashSet<>();
        nodes.forEach(node -> tiles.add(Tile.of(node, treeSize)));
        return tiles;
    }

    /** Reads tiles in one statement. Missing tiles are left out. */
    static Uni<Contents> read(SqlClient client, Collection<Tile> tiles) {
        Set<Place> places = new HashSet<>();
        tiles.forEach(tile -> places.add(place(tile)));
        if (places.isEmpty()) {
            return Uni.createFrom().item(new Contents(Map.of()));
        }
        Tuple asked = Tuple.tuple()
                .addArrayOfShort(
                        places.stream().map(place -> (short) place.level()).toArray(Short[]::new))
                .addArrayOfLong(places.stream().map(Place::index).toArray(Long[]::new));
        return client.preparedQuery(READ).execute(asked).map(rows -> {
            Map<Place, byte[]> contents = new HashMap<>();
            rows.forEach(row -> contents.put(
                    new Place(row.getShort(0), row.getLong(1)),
                    row.get(Buffer.class, 2).getBytes()));
            return new Contents(contents);
        });
    }

    /** Writes tiles that are new or wider than before. */
    static Uni<Void> write(SqlClient client, List<GrowingTiles.Written> tiles) {
        Tuple rows = Tuple.tuple()
                .addArrayOfShort(tiles.stream()
                        .map(written -> (short) written.tile().level())
                        .toArray(Short[]::new))
                .addArrayOfLong(
                        tiles.stream().map(written -> written.tile().index()).toArray(Long[]::new))
                .addValue(tiles.stream()
                        .map(written -> Buffer.buffer(written.content()))
                        .toArray(Buffer[]::new));
        return client.preparedQuery(WRITE).execute(rows).replaceWithVoid();
    }

    private static Place place(Tile tile) {
        return new Place(tile.level(), tile.index());
    }
}
