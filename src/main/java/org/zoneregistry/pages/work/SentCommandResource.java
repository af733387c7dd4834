package org.zoneregistry.pages.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Access;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.http.body.CanonicalBody;
import org.zoneregistry.http.body.FormBody;
import org.zoneregistry.http.body.FormFields;
import org.zoneregistry.http.body.StrictJson;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Visit;

/**
 * Takes the form of a command, without JavaScript: sends the command to its resource, in process, and shows the same
 * page with the outcome. A dry run and a refusal keep the fields.
 */
@Path("/work")
@BlankIsAbsent
public class SentCommandResource {

    private final Pages pages;
    private final WorkView view;
    private final TimelinePreview preview;
    private final Answered answered;
    private final Access access;
    private final StrictJson strict;
    private final ObjectMapper json;
    private final Instance<Object> resources;

    SentCommandResource(
            Pages pages,
            WorkView view,
            TimelinePreview preview,
            Answered answered,
            Access access,
            StrictJson strict,
            ObjectMapper json,
            @Any Instance<Object> resources) {
        this.pages = pages;
        this.view = view;
        this.preview = preview;
        this.answered = answered;
        this.access = access;
        this.strict = strict;
        this.json = json;
        this.resources = resources;
    }

    @POST
    @FormBody
    @Consumes(MediaType.WILDCARD) // SameOrigin refuses other types
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "sendCommand", hidden = true)
    public Uni<RestResponse<byte[]>> post(
            @BeanParam PageAsked asked, @RestQuery("task") @Nullable String task, FormFields fields) {
        var query = new QueryParameters();
        Task chosen = query.read("task", task == null ? "" : task, Task::named);
        String key = query.read("key", fields.of("key"), CommandRequest::key);
        return pages.answer(
                asked,
                query,
                visit -> send(visit, Objects.requireNonNull(chosen), Objects.requireNonNull(key), fields),
                Draft::status,
                (visit, draft) -> WorkView.subject(),
                (visit, shell, draft) -> view.of(visit, shell, chosen, draft, null));
    }

    private Uni<Draft> send(Visit visit, Task task, String key, FormFields fields) {
        Draft draft = Draft.sent(task, fields, key);
        boolean isDryRun = !fields.of("step").equals("record");
        // a refusal by the command is shown in its form; without the permission there is no form
        return access.with(
                task.permission(),
                visit.request(),
                () -> Uni.createFrom()
                        .deferred(() -> send(visit.request(), task, draft, isDryRun))
                        .map(answered::read)
                        .chain(told -> isDryRun
                                ? preview.of(visit, told).map(changes -> draft.tried(told, changes))
                                : Uni.createFrom().item(draft.recorded(told)))
                        .onFailure(ProblemException.class)
                        .recoverWithItem(refused -> draft.refused(refused.problem())));
    }

    private Uni<RestResponse<CommandOutcome>> send(RoutingContext routing, Task task, Draft draft, boolean isDryRun) {
        List<Violation> missing = draft.missing(task);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing).exception();
        }
        ObjectNode body = draft.body(task, json);
        CanonicalBody.keep(routing, canonical(task, draft, body));
        var request = new CommandRequest();
        request.request = routing;
        if (isDryRun) {
            request.dryRun = "true";
        } else {
            String key = FormKey.of(draft.key(), CanonicalBody.of(routing));
            routing.request().headers().set(CommandRequest.IDEMPOTENCY_KEY, key);
        }
        return send(Sending.of(task), draft.parts(task), body, request);
    }

    private <R, B extends Record> Uni<RestResponse<CommandOutcome>> send(
            Sending<R, B> sending, List<String> parts, ObjectNode body, CommandRequest request) {
        B read;
        try {
            read = strict.read(json.writeValueAsBytes(body), sending.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return sending.call().of(resources.select(sending.resource()).get(), parts, read, request);
    }

    /** All forms are sent to one address, so the command is a part of what is compared. */
    private JsonNode canonical(Task task, Draft draft, ObjectNode body) {
        ObjectNode whole = json.createObjectNode().put("task", task.id());
        draft.parts(task).forEach(whole.putArray("path")::add);
        whole.set("body", body);
        return whole;
    }
}
