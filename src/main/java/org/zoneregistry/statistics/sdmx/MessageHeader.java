package org.zoneregistry.statistics.sdmx;

import org.zoneregistry.platform.http.Instants;
import org.zoneregistry.platform.http.read.Prefix;

/**
 * What stands at the beginning of every message. All of it follows from the prefix that the message was computed from, so
 * that the same question about the same prefix has the same bytes for answer.
 */
record MessageHeader(Prefix knownAt) {

    /** Begins it; to be ended by the caller, who may add to it. */
    void start(XmlParts xml) {
        xml.start(Namespace.MESSAGE, "Header");
        xml.text(Namespace.MESSAGE, "ID", TradeFlow.ID + "-" + knownAt.position());
        xml.text(Namespace.MESSAGE, "Test", "false");
        xml.text(Namespace.MESSAGE, "Prepared", Instants.micros(knownAt.recordedAt()));
        xml.empty(Namespace.MESSAGE, "Sender", "id", TradeFlow.AGENCY);
    }
}
