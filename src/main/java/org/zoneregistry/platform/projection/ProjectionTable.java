package org.zoneregistry.platform.projection;

/**
 * A table that a projection fills, and what of it depends on the log alone.
 *
 * @param name of the table
 * @param contents a query for its rows, each as the position of the log that it came with and the rest as jsonb, without
 *     keys that the database gave out; {@code %1$s} stands for the schema
 */
public record ProjectionTable(String name, String contents) {

    /** One whose rows are what they are, with the position in a column or an expression. */
    public static ProjectionTable of(String name, String position) {
        return without("''", name, position);
    }

    /** One whose rows have a key that the database gave out, as an SQL literal with the column's name. */
    public static ProjectionTable without(String key, String name, String position) {
        return new ProjectionTable(
                name, "select (" + position + ")::bigint, to_jsonb(t) - " + key + " from %1$s." + name + " t");
    }

    /** The query for the rows in a schema. */
    public String contentsIn(String schema) {
        return contents.formatted(schema);
    }
}
