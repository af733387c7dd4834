package org.zoneregistry.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.audit.http.LoggedEventResource;
import org.zoneregistry.audit.http.ProofsResource;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;

/** An event with its proof, as a page. */
@Path("/audit/events/{position}")
@BlankIsAbsent
public class EventPageResource {

    private final Pages pages;
    private final Answered answered;
    private final LoggedEventResource events;
    private final ProofsResource proofs;

    EventPageResource(Pages pages, Answered answered, LoggedEventResource events, ProofsResource proofs) {
        this.pages = pages;
        this.answered = answered;
        this.events = events;
        this.proofs = proofs;
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance event(Shell shell, EventProof event);
    }

    private record Logged(JsonNode event, String text) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showEvent", hidden = true)
    public Uni<RestResponse<byte[]>> get(@RestPath String position, @BeanParam PageAsked asked) {
        return pages.show(
                asked,
                visit -> events.get(position).map(answer -> new Logged(answered.read(answer), answered.text(answer))),
                (visit, data) -> new Subject(
                        "audit",
                        "Event " + position,
                        "第 " + position + " 号事件",
                        false,
                        "/v1/audit/events/" + position,
                        null),
                (visit, shell, data) -> answered.by(proofs.inclusion(
                                position, Long.toString(Math.max(visit.position(), Long.parseLong(position)))))
                        .map(proof -> Templates.event(
                                shell,
                                EventProof.of(visit, Long.parseLong(position), data.event(), data.text(), proof))));
    }
}
