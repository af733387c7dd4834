package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/**
 * The definition of a live table, from which another one like it can be made: columns, defaults, checks, comments,
 * storage parameters, privileges, and the indexes by their names. Triggers, policies and publications are left out;
 * projections have none.
 *
 * @param indexes the statements for each index, and then for its constraint; {@code %1$s} stands for the schema
 */
record TableDefinition(
        String schema,
        String name,
        @Nullable String options,
        @Nullable String comment,
        List<String> grants,
        Map<String, List<String>> indexes) {

    private static final String TABLES = """
            select n.nspname, c.relname, array_to_string(c.reloptions, ', '), quote_literal(obj_description(c.oid, \
            'pg_class')),
                   array(select format('grant %s on %%1$s.%I to %s', a.privilege_type, c.relname,
                                       case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
                         from aclexplode(c.relacl) a
                         where a.grantee <> c.relowner),
                   (select jsonb_object_agg(i.relname, case
                           when k.contype = 'x'
                           then jsonb_build_array(format('alter table %%1$s.%I add constraint %I %s', c.relname, \
            k.conname,
                                                         pg_get_constraintdef(k.oid)))
                           else jsonb_build_array(
                                   replace(pg_get_indexdef(i.oid), format(' ON %I.%I ', n.nspname, c.relname),
                                           format(' ON %%1$s.%I ', c.relname)),
                                   case when k.oid is not null then format('alter table %%1$s.%I add constraint %I \
            %s using index %I', c.relname, k.conname,
                                          case k.contype when 'p' then 'primary key' else 'unique' end, i.relname) end)
                           end)
                    from pg_index x
                         join pg_class i on i.oid = x.indexrelid
                         left join pg_constraint k on k.conindid = i.oid and k.conrelid = c.oid and k.contype in \
            ('p', 'u', 'x')
                    where x.indrelid = c.oid)
            from unnest($1::text[]) t(name)
                 join pg_class c on c.oid = to_regclass(quote_ident(t.name))
                 join pg_namespace n on n.oid = c.relnamespace
            """;

    TableDefinition {
        grants = List.copyOf(grants);
        indexes = Map.copyOf(indexes);
    }

    /**
     * The definitions of a projection's tables. Use a transaction: its locks prevent a swap while the catalog is read.
     */
    static Uni<List<TableDefinition>> of(SqlConnection connection, Projection projection) {
        var names = projection.tables().stream().map(ProjectionTable::name).toArray(String[]::new);
        return connection
                .query("lock table " + String.join(", ", names) + " in access share mode")
                .execute()
                .chain(() ->
                        connection.preparedQuery(TABLES).execute(Tuple.tuple().addArrayOfString(names)))
                .map(rows -> {
                    if (rows.size() != names.length) {
                        throw new IllegalStateException("A table of " + projection.name() + " is missing.");
                    }
                    var tables = new ArrayList<TableDefinition>();
                    rows.forEach(row -> tables.add(read(row)));
                    return tables;
                });
    }

    private static TableDefinition read(Row row) {
        var indexes = new LinkedHashMap<String, List<String>>();
        JsonObject found = row.getJsonObject(5);
        if (found != null) {
            for (String index : found.fieldNames()) {
                indexes.put(
                        index,
                        found.getJsonArray(index).stream()
                                .filter(Objects::nonNull)
                                .map(Object::toString)
                                .toList());
            }
        }
        return new TableDefinition(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                List.of(row.getArrayOfStrings(4)),
                indexes);
    }

    /** The statements that create a table like it, without indexes. */
    String createIn(String other) {
        var sql = new StringBuilder("create table %s.%s (like %s.%s including all excluding indexes)%s;"
                .formatted(other, name, schema, name, options == null ? "" : " with (" + options + ")"));
        if (comment != null) {
            sql.append("comment on table %s.%s is %s;".formatted(other, name, comment));
        }
        grants.forEach(grant -> sql.append(grant.replace("%1$s.", other + ".")).append(';'));
        return sql.toString();
    }

    /** The statements that make one of the indexes, each for its own transaction: only the first takes long. */
    List<String> indexIn(String other, String index) {
        List<String> statements = indexes.getOrDefault(index, List.of());
        if (statements.isEmpty() || !statements.stream().allMatch(sql -> sql.contains("%1$s."))) {
            throw new IllegalStateException("The definition of " + index + " has an unexpected form: " + statements);
        }
        return statements.stream().map(sql -> sql.replace("%1$s.", other + ".")).toList();
    }
}
