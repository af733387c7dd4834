package org.zoneregistry.audit.http;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.zoneregistry.audit.merkle.Tile;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** The events of a tile in one piece (C2SP tlog-tiles, log entries). */
final class EntryBundle {

    private static final int LONGEST = 0xFFFF;

    private EntryBundle() {}

    /** @throws ProblemException {@code tile-not-found} if an event is longer than the format allows */
    static byte[] of(Tile tile, List<byte[]> events) {
        var bundle = new ByteArrayOutputStream();
        long position = tile.index() * Tile.WIDTH;
        for (byte[] event : events) {
            position++;
            if (event.length > LONGEST) {
                throw ProblemException.of(
                        ProblemType.TILE_NOT_FOUND,
                        "The event at position " + position + " has " + event.length + " bytes, more than the "
                                + LONGEST + " that a bundle allows. GET /v1/audit/events/" + position + " has it.");
            }
            bundle.write(event.length >> Byte.SIZE);
            bundle.write(event.length);
            bundle.writeBytes(event);
        }
        return bundle.toByteArray();
    }
}
