package org.zoneregistry.statistics.sdmx;

import java.util.Optional;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.http.Instants;

/**
 * What stands at the beginning of every message. All of it follows from the prefix that the message was computed from,
 * so that the same question about the same prefix has the same bytes for answer.
 *
 * @param notice what readers have to know of the data, as the message's name
 */
record MessageHeader(Prefix knownAt, Optional<String> notice) {

    /** Begins it; to be ended by the caller, who may add to it. */
    void start(XmlParts xml) {
        xml.start(Namespace.MESSAGE, "Header");
        xml.text(Namespace.MESSAGE, "ID", TradeFlow.ID + "-" + knownAt.position());
        xml.text(Namespace.MESSAGE, "Test", "false");
        xml.text(Namespace.MESSAGE, "Prepared", Instants.micros(knownAt.recordedAt()));
        xml.empty(Namespace.MESSAGE, "Sender", "id", TradeFlow.AGENCY);
        notice.ifPresent(text -> xml.text(Namespace.MESSAGE, "Name", "en", text));
    }
}
