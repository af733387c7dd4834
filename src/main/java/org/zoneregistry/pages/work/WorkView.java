package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Access;
import org.zoneregistry.access.Permission;
import org.zoneregistry.asof.Page;
import org.zoneregistry.imports.ImportsResource;
import org.zoneregistry.jobs.JobsResource;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.projections.rebuild.ProjectionsResource;

/** Builds the page for commands and imports, with the parts that the visitor may see. */
@Singleton
final class WorkView {

    private final Answered answered;
    private final ImportsResource imports;
    private final ProjectionsResource projections;
    private final JobsResource jobs;
    private final Access access;

    WorkView(
            Answered answered,
            ImportsResource imports,
            ProjectionsResource projections,
            JobsResource jobs,
            Access access) {
        this.answered = answered;
        this.imports = imports;
        this.projections = projections;
        this.jobs = jobs;
        this.access = access;
    }

    @CheckedTemplate(basePath = "work")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Shell shell, Work work);
    }

    /** The subject of the page. */
    static Subject subject() {
        return new Subject("work", "Work on the registry", "登记办理", false, "/v1/jobs", null);
    }

    /**
     * The page.
     *
     * @param chosen the task; if the visitor may not do it, the first one that is offered
     * @param draft the form of the task
     * @param sent what became of a file that was sent; null if none was
     */
    Uni<TemplateInstance> of(
            Visit visit, Shell shell, @Nullable Task chosen, Draft draft, SentFileResource.@Nullable Sent sent) {
        RoutingContext request = visit.request();
        List<Task> offered = Task.ALL.stream()
                .filter(task -> access.offers(request, task.permission()))
                .toList();
        Task shown = chosen != null && offered.contains(chosen)
                ? chosen
                : offered.stream().findFirst().orElse(null);
        return seen(request).map(seen -> Templates.page(shell, Work.of(visit, offered, shown, draft, sent, seen)));
    }

    private Uni<Work.Seen> seen(RoutingContext request) {
        boolean isImporting = access.offers(request, Permission.TRADE);
        return ifOffered(request, Permission.IMPORTS, () -> imports.list(page(20), request, null))
                .chain(files -> ifOffered(request, Permission.PROJECTIONS, projections::list)
                        .chain(models -> ifOffered(
                                        request,
                                        Permission.JOBS,
                                        () -> jobs.list(page(50), request, List.of(), List.of("running", "waiting")))
                                .map(running -> new Work.Seen(
                                        files.orElse(null), models.orElse(null), running.orElse(null), isImporting))));
    }

    private static Page page(int limit) {
        var page = new Page();
        page.limit = Integer.toString(limit);
        return page;
    }

    private Uni<Optional<JsonNode>> ifOffered(
            RoutingContext request, Permission permission, Supplier<Uni<? extends RestResponse<?>>> answer) {
        return access.offers(request, permission)
                ? answered.by(answer.get()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }
}
