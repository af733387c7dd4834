package org.zoneregistry.zone.read.diff;

import io.vertx.ext.web.RoutingContext;
import org.zoneregistry.platform.http.read.AsKnown;

/** The request for a difference, which has two recorded times of its own in place of the usual one. */
final class DiffRequest {

    private DiffRequest() {}

    static AsKnown of(RoutingContext request) {
        var asked = new AsKnown();
        asked.request = request;
        return asked;
    }
}
