package org.zoneregistry.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @Test
    void paths_are_written_as_tlog_tiles_says() {
        assertThat(new Tile(0, 1_234_067, Tile.WIDTH).path()).isEqualTo("x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("000.p/17");
        assertThat(new Tile(0, 1_000, 255).path()).isEqualTo("x001/000.p/255");
        assertThat(Tile.parse(0, "x001/x234/067")).isEqualTo(new Tile(0, 1_234_067, Tile.WIDTH));
        assertThat(Tile.parse(2, "000.p/17")).isEqualTo(new Tile(2, 0, 17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "x000/001",
                "001.p/0",
                "001.p/256",
                "001.p/017",
                "x001/x234",
                "001/002",
                "-01",
                "x001/067/"
            })
    void a_path_has_one_way_to_be_written(String path) {
        assertThatThrownBy(() -> Tile.parse(0, path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_node_is_in_the_tile_of_its_levels() {
        assertThat(Tile.of(new Node(0, 300), 600)).isEqualTo(new Tile(0, 1, 256));
        assertThat(Tile.of(new Node(0, 599), 600)).isEqualTo(new Tile(0, 2, 88));
        assertThat(Tile.of(new Node(7, 1), 600)).isEqualTo(new Tile(0, 0, 256));
        assertThat(Tile.of(new Node(8, 1), 600)).isEqualTo(new Tile(1, 0, 2));
        assertThat(Tile.of(new Node(9, 0), 600)).isEqualTo(new Tile(1, 0, 2));
        assertThat(Tile.of(new Node(16, 3), 1L << 20)).isEqualTo(new Tile(2, 0, 16));
    }
}
