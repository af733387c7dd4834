package org.zoneregistry.projections;

/**
 * A table that a projection fills, with queries for the part that depends on the log alone. A row of their results has
 * the position of the log that the table row came with, and the other columns as jsonb, without keys that the database
 * generates. In both queries {@code %1$s} stands for the schema.
 *
 * @param name of the table
 * @param contents a query for all rows
 * @param contentsAt a query for the rows that the table had at a prefix, found in the table of any later prefix;
 *     {@code %2$d} stands for the prefix
 */
public record ProjectionTable(String name, String contents, String contentsAt) {

    /** A table whose rows never change, with the position in a column or an expression. */
    public static ProjectionTable of(String name, String position) {
        return without("''", name, position);
    }

    /**
     * A table of versions. A version is known from {@code position} on and before {@code known_to}; the column
     * {@code known} has the same range.
     */
    public static ProjectionTable ofVersions(String name) {
        return of(name, "position").withPast("""
                select position, to_jsonb(t) || case when known_to > %%2$d
                    then jsonb_build_object('known_to', null, 'known', int8range(position, null))
                    else '{}' end
                from %%1$s.%s t
                where position <= %%2$d
                """.formatted(name));
    }

    /**
     * A table whose rows never change, with a key that the database generates.
     *
     * @param key the name of the key column, as an SQL literal
     */
    public static ProjectionTable without(String key, String name, String position) {
        return withContents(
                name, "select (" + position + ")::bigint, to_jsonb(t) - " + key + " from %1$s." + name + " t");
    }

    /** A table whose rows never change. */
    public static ProjectionTable withContents(String name, String contents) {
        return new ProjectionTable(
                name, contents, "select * from (" + contents + ") c(position, content) where position <= %2$d");
    }

    /** A copy for rows that change. */
    public ProjectionTable withPast(String contentsAt) {
        return new ProjectionTable(name, contents, contentsAt);
    }

    /** The query for all rows, in a schema. */
    public String contentsIn(String schema) {
        return contents.formatted(schema);
    }

    /** The query for the rows that the table had at a prefix, in a schema. */
    public String contentsAt(String schema, long prefix) {
        return contentsAt.formatted(schema, prefix);
    }
}
