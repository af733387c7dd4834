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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Page;
import org.zoneregistry.audit.http.CheckpointsResource;
import org.zoneregistry.audit.verification.VerificationResource;
import org.zoneregistry.feed.EventHistogramResource;
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
import org.zoneregistry.pages.ZoneNames;

/** The log as a page. */
@Path("/audit")
@BlankIsAbsent
public class AuditPageResource {

    private final Pages pages;
    private final Answered answered;
    private final FeedResource feed;
    private final EventHistogramResource histogram;
    private final CheckpointsResource checkpoints;
    private final VerificationResource verifications;
    private final ZoneNames names;
    private final InstantSource clock;

    AuditPageResource(
            Pages pages,
            Answered answered,
            FeedResource feed,
            EventHistogramResource histogram,
            CheckpointsResource checkpoints,
            VerificationResource verifications,
            ZoneNames names,
            InstantSource clock) {
        this.pages = pages;
        this.answered = answered;
        this.feed = feed;
        this.histogram = histogram;
        this.checkpoints = checkpoints;
        this.verifications = verifications;
        this.names = names;
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
        Long after = AuditAsked.number(query, "after", wanted.after);
        Long upTo = AuditAsked.number(query, "upTo", wanted.upTo);
        Long most = AuditAsked.number(query, "checkpoints", wanted.checkpoints);
        return pages.show(
                asked,
                query,
                visit -> subject(visit, wanted, wanted.range(after, upTo, visit.position())),
                (visit, shell) -> {
                    var range = wanted.range(after, upTo, visit.position());
                    return Uni.combine()
                            .all()
                            .unis(
                                    answered.by(events(visit, wanted, range)),
                                    answered.by(histogram.get(visit.asKnown(), Integer.toString(AuditLog.BARS))),
                                    answered.by(checkpoints.list(
                                            page(AuditLog.CHECKPOINTS + 1),
                                            "latest-first",
                                            most == null ? null : most.toString(),
                                            visit.request().request())),
                                    answered.by(verifications.list()),
                                    names.at(visit))
                            .usingConcurrencyOf(1)
                            .asTuple()
                            .map(data -> Templates.log(
                                    shell,
                                    AuditLog.of(
                                            visit,
                                            wanted,
                                            range,
                                            data.getItem1(),
                                            data.getItem2(),
                                            data.getItem3(),
                                            data.getItem4(),
                                            data.getItem5(),
                                            clock.instant())));
                });
    }

    private static Subject subject(Visit visit, AuditAsked wanted, AuditAsked.Range range) {
        var more = new ArrayList<String>();
        if (!AuditAsked.text(wanted.zone).isBlank()) {
            more.addAll(List.of("zone", AuditAsked.text(wanted.zone)));
        }
        if (!AuditAsked.text(wanted.type).isBlank()) {
            more.addAll(List.of("type", AuditAsked.text(wanted.type)));
        }
        if (!AuditAsked.text(wanted.actor).isBlank()) {
            more.addAll(List.of("actor", AuditAsked.text(wanted.actor)));
        }
        more.addAll(List.of("after", Long.toString(range.after()), "limit", Integer.toString(AuditLog.PAGE)));
        more.addAll(List.of("knownAt", Long.toString(range.upTo())));
        String query = visit.address("/v1/events", more.toArray(String[]::new));
        return new Subject("audit", "The log of the registry", "登记日志", false, query, query);
    }

    private Uni<RestResponse<Object>> events(Visit visit, AuditAsked wanted, AuditAsked.Range range) {
        var question = new FeedQuestion();
        question.after = Long.toString(range.after());
        question.zones = AuditAsked.text(wanted.zone).isBlank() ? List.of() : List.of(AuditAsked.text(wanted.zone));
        question.types = AuditAsked.text(wanted.type).isBlank() ? List.of() : List.of(AuditAsked.text(wanted.type));
        question.actors = AuditAsked.text(wanted.actor).isBlank() ? List.of() : List.of(AuditAsked.text(wanted.actor));
        var asked = visit.asKnown();
        asked.knownAt = Long.toString(range.upTo());
        return feed.get(question, asked, page(AuditLog.PAGE), null);
    }

    private static Page page(int limit) {
        var page = new Page();
        page.limit = Integer.toString(limit);
        return page;
    }
}
