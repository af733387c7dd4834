package org.zoneregistry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@NeedsServer
class TestDatabaseTest {
    @Test
    void tests_do_not_see_each_others_rows() throws SQLException {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.execute("create table mine (n int)");

            assertThat(one.database()).isNotEqualTo(other.database());
            assertThat(tableIsThere(one)).isTrue();
            assertThat(tableIsThere(other)).isFalse();
        }
    }

    @Test
    void extensions_can_be_created() {
        try (TestDatabase database = TestDatabase.empty()) {
            database.execute("create extension btree_gist");
        }
    }

    private static boolean tableIsThere(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select to_regclass('mine') is not null")) {
            return result.next() && result.getBoolean(1);
        }
    }
}
