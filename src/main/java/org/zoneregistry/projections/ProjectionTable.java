package org.zoneregistry.projections;

/**
 * A table that a projection fills, and what of it depends on the log alone: each row as the position of the log that it
 * came with and the rest as jsonb, without keys that the database gave out. In both queries {@code %1$s} stands for the
 * schema.
 *
 * @param name of the table
 * @param contents a query for its rows
 * @param contentsAt a query for the rows that it had when it was of a prefix, for which {@code %2$d} stands, out of
 *     those of any later prefix
 */
public record ProjectionTable(String name, String contents, String contentsAt) {

    /** One to which rows are only ever added, with their position in a column or an expression. */
    public static ProjectionTable of(String name, String position) {
        return without("''", name, position);
    }

    /**
     * One of versions: those of {@code position} and later prefixes, before {@code known_to}, which is also the range
     * {@code known}.
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
     * One to which rows with a key that the database gave out are only ever added, the key as an SQL literal with the
     * column's name.
     */
    public static ProjectionTable without(String key, String name, String position) {
        return withContents(
                name, "select (" + position + ")::bigint, to_jsonb(t) - " + key + " from %1$s." + name + " t");
    }

    /** One to which rows are only ever added. */
    public static ProjectionTable withContents(String name, String contents) {
        return new ProjectionTable(
                name, contents, "select * from (" + contents + ") c(position, content) where position <= %2$d");
    }

    /** The same with rows that change. */
    public ProjectionTable withPast(String contentsAt) {
        return new ProjectionTable(name, contents, contentsAt);
    }

    /** The query for the rows in a schema. */
    public String contentsIn(String schema) {
        return contents.formatted(schema);
    }

    /** The query for the rows that the table in a schema had at a prefix. */
    public String contentsAt(String schema, long prefix) {
        return contentsAt.formatted(schema, prefix);
    }
}
