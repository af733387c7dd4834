package org.zoneregistry.statistics.sdmx;

import java.util.Optional;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.http.Instants;

/**
 * The header of every message. It depends only on the prefix of the message, so the same question about the same prefix
 * has an answer with the same bytes.
 *
 * @param notice a notice for readers of the data, as the message's name
 */
record MessageHeader(Prefix knownAt, Optional<String> notice) {

    /** Begins the header. The caller may add to it, and ends it. */
    void start(XmlParts xml) {
        xml.start(Namespace.MESSAGE, "Header");
        xml.text(Namespace.MESSAGE, "ID", TradeFlow.ID + "-" + knownAt.position());
        xml.text(Namespace.MESSAGE, "Test", "false");
        xml.text(Namespace.MESSAGE, "Prepared", Instants.micros(knownAt.recordedAt()));
        xml.empty(Namespace.MESSAGE, "Sender", "id", TradeFlow.AGENCY);
        notice.ifPresent(text -> xml.text(Namespace.MESSAGE, "Name", "en", text));
    }
}
