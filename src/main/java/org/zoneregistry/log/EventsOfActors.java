package org.zoneregistry.log;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;

/**
 * Finds the events that some actors have recorded, without an index.
 *
 * <p>The stored bytes are canonical JSON. In a text, a quotation mark has a backslash before it. So a member with its
 * value is found by its bytes, and never in a text.
 */
final class EventsOfActors {

    private static final String OF_ACTORS =
            " and exists (select from unnest($5::bytea[]) a(member) where position(a.member in e.bytes) > 0)"
                    + " and (cardinality($4::text[]) = 0 or e.type = any($4)) order by e.position limit $3";

    private static final String ALL =
            "select e.bytes from event e where e.position > $1 and e.position <= $2" + OF_ACTORS;

    private static final String TAGGED =
            "select e.bytes from event e where e.position in (select t.position from event_tag t where t.tag = any($6)"
                    + " and t.position > $1 and t.position <= $2)" + OF_ACTORS;

    private EventsOfActors() {}

    /** The stored bytes of the events, as {@link EventLog#readRecordedBy} describes. */
    static Future<RowSet<Row>> read(
            SqlClient connection,
            Collection<String> actors,
            long position,
            long upTo,
            Collection<String> types,
            Collection<String> tags,
            int limit) {
        Tuple arguments = Tuple.of(position, upTo, (long) limit)
                .addArrayOfString(types.toArray(String[]::new))
                .addArrayOfBuffer(actors.stream().map(EventsOfActors::member).toArray(Buffer[]::new));
        if (!tags.isEmpty()) {
            arguments.addArrayOfString(tags.toArray(String[]::new));
        }
        return connection.preparedQuery(tags.isEmpty() ? ALL : TAGGED).execute(arguments);
    }

    /** The member of the metadata with the actor, as it is stored. */
    private static Buffer member(String actor) {
        return Buffer.buffer("\"actor\":" + CanonicalJson.text(TextNode.valueOf(actor)));
    }
}
