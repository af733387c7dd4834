package org.zoneregistry.statistics.sdmx;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import org.zoneregistry.http.Accept;

/** The media types of messages. Plain XML has the same content, for clients that know no other. */
final class SdmxForm {

    /** Structural metadata. */
    static final String STRUCTURE = "application/vnd.sdmx.structure+xml";

    /** Data in the form for all structures. */
    static final String GENERIC = "application/vnd.sdmx.genericdata+xml";

    private static final String VERSION = ";version=2.1";

    private SdmxForm() {}

    /** The media type that the client likes best, that one or plain XML. */
    static String chosen(RoutingContext routing, String form) {
        var chosen = Accept.chosen(routing);
        return chosen.equals(form) ? form + VERSION : MediaType.APPLICATION_XML;
    }
}
