package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Access;
import org.zoneregistry.access.Permission;
import org.zoneregistry.asof.Page;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.body.FormBody;
import org.zoneregistry.http.body.StreamedBody;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.http.query.RequestHeaders;
import org.zoneregistry.imports.ImportResource;
import org.zoneregistry.imports.Imports;
import org.zoneregistry.imports.body.FileForm;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;

/**
 * Takes a file of trade entries from a form, without JavaScript. The file is imported while it arrives, like one that
 * is sent to the API. The page comes when every line is decided.
 */
@Path("/work/imports")
@BlankIsAbsent
public class SentFileResource {

    private final Pages pages;
    private final WorkView view;
    private final Answered answered;
    private final Access access;
    private final Imports imports;
    private final ImportResource jobs;

    SentFileResource(
            Pages pages, WorkView view, Answered answered, Access access, Imports imports, ImportResource jobs) {
        this.pages = pages;
        this.view = view;
        this.answered = answered;
        this.access = access;
        this.imports = imports;
        this.jobs = jobs;
    }

    /**
     * What became of a file.
     *
     * @param job the import with its first refused lines; null if there is none
     * @param problem why the file was not imported; null if it was
     */
    record Sent(@Nullable JsonNode job, @Nullable Problem problem) {

        int status() {
            return problem == null ? 200 : problem.type().status();
        }
    }

    /**
     * Imports the file, and answers a page about it.
     *
     * @param key of the form. It is in the address, so that it is known before the file.
     */
    @POST
    @FormBody
    @StreamedBody
    @Consumes(MediaType.WILDCARD) // SameOrigin refuses other types
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "sendFile", hidden = true)
    public Uni<RestResponse<byte[]>> post(@BeanParam PageAsked asked, @RestQuery("key") @Nullable String key) {
        asked.page = "/work";
        var query = new QueryParameters();
        String checked = query.read("key", key == null ? "" : key, CommandRequest::key);
        return pages.answer(
                asked,
                query,
                visit -> receive(visit.request(), Objects.requireNonNull(checked)),
                Sent::status,
                (visit, sent) -> WorkView.subject(),
                (visit, shell, sent) -> view.of(visit, shell, null, Draft.blank(Map.of()), sent));
    }

    private Uni<Sent> receive(RoutingContext routing, String key) {
        return access.with(
                        Permission.TRADE,
                        routing,
                        () -> upload(routing.request()).chain(file -> imported(routing, file, key)))
                .chain(id -> told(routing, id))
                .onFailure(ProblemException.class)
                .recoverWithItem(refused -> new Sent(null, refused.problem()));
    }

    private Uni<String> imported(RoutingContext routing, HttpServerFileUpload file, String key) {
        var report = new QueryParameters();
        var origin = CommandRequest.origin(routing, new RequestHeaders(routing.request(), report));
        report.check();
        return imports.receive(routing, file, null, form(file.filename()), key(routing.request(), file, key), origin)
                .map(received -> received.job().id().toString());
    }

    private Uni<Sent> told(RoutingContext routing, String id) {
        var page = new Page();
        page.limit = "100";
        return answered.by(jobs.get(id, page, routing)).map(job -> new Sent(job, null));
    }

    /**
     * The key of the import. What is in the file is unknown yet, so its name and its length stand for it. The boundary
     * is in the form twice, and browsers make it anew each time: it is taken off with the header that has it.
     */
    private static String key(HttpServerRequest request, HttpServerFileUpload file, String key) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        int header = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)).length();
        String content =
                file.filename() + '\n' + (length == null ? "" : Long.toString(Long.parseLong(length) - 2L * header));
        return FormKey.of(key, content.getBytes(StandardCharsets.UTF_8));
    }

    /** By the name of the file, because browsers don't know the media types. */
    private static FileForm form(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean isPacked = name.endsWith(".gz");
        String plain = isPacked ? name.substring(0, name.length() - 3) : name;
        return new FileForm(plain.endsWith(".csv") ? FileForm.CSV : FileForm.NDJSON, isPacked);
    }

    /** The first file of the form, as soon as it begins to arrive. Fails with {@code validation} if there is none. */
    private static Uni<HttpServerFileUpload> upload(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            request.setExpectMultipart(true);
            request.uploadHandler(file -> {
                file.pause();
                emitter.complete(file);
            });
            request.exceptionHandler(failure -> emitter.fail(unread()));
            request.endHandler(end -> emitter.fail(unread()));
            request.resume();
        });
    }

    private static ProblemException unread() {
        return ProblemException.of(ProblemType.VALIDATION, "The form has no file that can be read.");
    }
}
