package org.zoneregistry.pages.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Page;
import org.zoneregistry.audit.http.CheckpointsResource;
import org.zoneregistry.audit.verification.VerificationResource;
import org.zoneregistry.feed.FeedQuestion;
import org.zoneregistry.feed.FeedResource;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;

/** The log as a page. */
@Path("/audit")
@BlankIsAbsent
public class AuditPageResource {

    private final Pages pages;
    private final Answered answered;
    private final FeedResource feed;
    private final CheckpointsResource checkpoints;
    private final VerificationResource verifications;
    private final InstantSource clock;

    AuditPageResource(
            Pages pages,
            Answered answered,
            FeedResource feed,
            CheckpointsResource checkpoints,
            VerificationResource verifications,
            InstantSource clock) {
        this.pages = pages;
        this.answered = answered;
        this.feed = feed;
        this.checkpoints = checkpoints;
        this.verifications = verifications;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance log(Shell shell, AuditLog log);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showLog", hidden = true)
    public Uni<RestResponse<byte[]>> get(@BeanParam PageAsked asked, @BeanParam AuditAsked wanted) {
        var query = new QueryParameters();
        Long after = wanted.after == null || wanted.after.isBlank()
                ? null
                : query.integer("after", wanted.after, 0, Long.MAX_VALUE);
        return pages.show(
                asked,
                query,
                visit ->
                        new Subject("audit", "The log of the registry", "登记日志", false, visit.query("/v1/events"), true),
                (visit, shell) -> {
                    long from = after != null
                            ? after
                            : wanted.isNarrowed() ? 0 : Math.max(0, visit.position() - AuditLog.PAGE);
                    return Uni.combine()
                            .all()
                            .unis(
                                    answered.by(events(visit, wanted, from)),
                                    answered.by(checkpoints.list(
                                            page(1000), visit.request().request())),
                                    answered.by(verifications.list()))
                            .usingConcurrencyOf(1)
                            .asTuple()
                            .map(data -> Templates.log(
                                    shell,
                                    AuditLog.of(
                                            visit,
                                            wanted,
                                            from,
                                            data.getItem1(),
                                            data.getItem2(),
                                            data.getItem3(),
                                            clock.instant())));
                });
    }

    private Uni<RestResponse<Object>> events(Visit visit, AuditAsked wanted, long after) {
        var question = new FeedQuestion();
        question.after = Long.toString(after);
        question.zones = AuditAsked.text(wanted.zone).isBlank() ? List.of() : List.of(AuditAsked.text(wanted.zone));
        question.types = AuditAsked.text(wanted.type).isBlank() ? List.of() : List.of(AuditAsked.text(wanted.type));
        return feed.get(question, visit.asKnown(), page(AuditLog.PAGE), null);
    }

    private static Page page(int limit) {
        var page = new Page();
        page.limit = Integer.toString(limit);
        return page;
    }
}
