package org.zoneregistry.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;
import org.zoneregistry.zone.read.registry.RegistryProjection;

/**
 * A change of a projection's tables needs a new version of the fold, or existing tables would not be rebuilt. The
 * definition for each version is kept beside the tests.
 */
@NeedsServer
class FoldVersionTest {

    private static final String DEFINITION = """
            select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          case when a.attnotnull then ' not null' else '' end,
                          coalesce(' ' || a.attgenerated::text || a.attidentity::text || pg_get_expr(d.adbin, \
            d.adrelid), ''))
            from pg_class c
                 join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.oid = cast(? as regclass)
            union all
            select format('%s %s', c.conrelid::regclass, pg_get_constraintdef(c.oid))
            from pg_constraint c
            where c.conrelid = cast(? as regclass) and c.contype <> 'n'
            order by 1
            """;

    static Stream<Projection> projections() {
        return Stream.of(new RegistryProjection(), new StatisticsProjection());
    }

    @ParameterizedTest
    @MethodSource("projections")
    void the_tables_of_a_version_are_always_the_same(Projection projection) throws IOException, SQLException {
        var kept = Path.of(
                "src/test/resources/golden/projection", projection.name() + "-" + projection.version() + ".txt");
        var definition = definition(projection);

        assertThat(kept)
                .as(
                        "the definition of the tables of %s, version %d: give it another version, and keep this beside"
                                + " it:%n%s",
                        projection.name(), projection.version(), String.join("\n", definition))
                .exists();
        assertThat(definition)
                .as("the tables of %s have changed: give its fold another version", projection.name())
                .isEqualTo(Files.readAllLines(kept));
    }

    private static List<String> definition(Projection projection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var database = TestDatabase.fresh();
                var connection = database.connect();
                var statement = connection.prepareStatement(DEFINITION)) {
            for (var table : projection.tables()) {
                statement.setString(1, table.name());
                statement.setString(2, table.name());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return lines;
    }
}
