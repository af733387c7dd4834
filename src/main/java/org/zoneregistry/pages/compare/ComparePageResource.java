package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.asof.Page;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.ZoneNames;
import org.zoneregistry.statistics.vintages.MeasureParameters;
import org.zoneregistry.statistics.vintages.VintagesResource;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.zone.read.diff.DiffTimes;
import org.zoneregistry.zone.read.diff.RegistryDiffResource;
import org.zoneregistry.zone.read.diff.ZoneDiffResource;

/** Two points in time side by side, as a page. */
@Path("/compare")
@BlankIsAbsent
public class ComparePageResource {

    private static final String STATED_YEAR = "2022";
    private static final String WHOLE_COUNTRY = "CN";

    /** The subjects of published figures, except that of the first one. */
    private static final Map<String, String> SUBJECTS =
            Map.of("foreign", "foreign-trade", "comprehensive", "comprehensive-zones");

    private final Pages pages;
    private final Answered answered;
    private final RegistryDiffResource registry;
    private final ZoneDiffResource zones;
    private final VintagesResource vintages;
    private final ZoneNames names;

    ComparePageResource(
            Pages pages,
            Answered answered,
            RegistryDiffResource registry,
            ZoneDiffResource zones,
            VintagesResource vintages,
            ZoneNames names) {
        this.pages = pages;
        this.answered = answered;
        this.registry = registry;
        this.zones = zones;
        this.vintages = vintages;
        this.names = names;
    }

    @CheckedTemplate(basePath = "compare")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(Shell shell, Comparison comparison, Vintages vintages);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showComparison", hidden = true)
    public Uni<RestResponse<byte[]>> get(@BeanParam PageAsked asked, @BeanParam CompareAsked other) {
        return pages.show(
                asked,
                new QueryParameters(),
                visit -> names.at(visit)
                        .chain(zones -> differing(visit, other).map(data -> Comparison.of(visit, other, zones, data))),
                (visit, comparison) -> subject(visit, other, comparison),
                (visit, shell, comparison) ->
                        restated(visit, other).map(figure -> Templates.page(shell, comparison, figure)));
    }

    /** The page's own point comes after the subject, so that a title has both points. */
    private static Subject subject(Visit visit, CompareAsked other, Comparison comparison) {
        String query = json(visit, other);
        String from = comparison.fromDay();
        long position = comparison.fromPosition();
        boolean isKnown = position != visit.position();
        return new Subject(
                "compare",
                (other.isOfZone() ? comparison.name() : "The zones") + " on " + from
                        + (isKnown ? ", as known at position " + position + "," : "") + " compared with the same",
                (other.isOfZone() ? comparison.name() : "特殊监管区域") + "与" + from
                        + (isKnown ? "（按第 " + position + " 号位置所知）" : "") + "的对比",
                true,
                query,
                other.isOfZone() ? null : query);
    }

    private static String json(Visit visit, CompareAsked other) {
        DiffTimes times = other.times(visit);
        String query = visit.address(
                other.isOfZone() ? "/v1/zones/" + other.zone + "/diff" : "/v1/registry/diff",
                "fromValidAt",
                Objects.requireNonNull(times.fromValidAt),
                "fromKnownAt",
                Objects.requireNonNull(times.fromKnownAt),
                "toValidAt",
                Objects.requireNonNull(times.toValidAt),
                "toKnownAt",
                Objects.requireNonNull(times.toKnownAt));
        return other.isOfZone() ? query : query + "&limit=" + Comparison.MOST;
    }

    private Uni<JsonNode> differing(Visit visit, CompareAsked other) {
        if (other.isOfZone()) {
            return answered.by(zones.get(Objects.requireNonNull(other.zone), other.times(visit), visit.request()));
        }
        var page = new Page();
        page.limit = Integer.toString(Comparison.MOST);
        return answered.by(registry.get(other.times(visit), page, visit.request()));
    }

    private Uni<Vintages> restated(Visit visit, CompareAsked other) {
        String figure = other.figure == null || other.figure.isBlank() ? "published" : other.figure;
        String year = other.year == null || other.year.isBlank() ? STATED_YEAR : other.year;
        String territory = other.territory == null || other.territory.isBlank() ? WHOLE_COUNTRY : other.territory;
        String form = other.businessForm == null ? "" : other.businessForm.strip();
        var measure = new MeasureParameters();
        measure.period = year;
        switch (figure) {
            case "zones-trade" -> measure.measure = "zones-trade";
            case "trade" -> {
                measure.measure = "trade";
                measure.zone = other.zone == null ? List.of() : List.of(other.zone);
            }
            default -> {
                measure.measure = "aggregate";
                measure.subject = SUBJECTS.getOrDefault(figure, "zones");
                measure.territory = territory;
            }
        }
        var page = new Page();
        page.limit = "1000";
        var filter = new EntryFilter();
        filter.businessForm = form.isEmpty() ? List.of() : List.of(form);
        var asked = new Vintages.Asked(figure, territory, form, year);
        return answered.by(vintages.list(visit.asKnown(), measure, filter, page))
                .map(data -> Vintages.of(visit, asked, query(visit, measure, form), data));
    }

    private static String query(Visit visit, MeasureParameters measure, String form) {
        var parameters = new ArrayList<String>();
        parameters.addAll(List.of("measure", Objects.requireNonNull(measure.measure)));
        if (measure.subject != null) {
            parameters.addAll(
                    List.of("subject", measure.subject, "territory", Objects.requireNonNull(measure.territory)));
        }
        measure.zone.forEach(zone -> parameters.addAll(List.of("zone", zone)));
        if (!form.isEmpty()) {
            parameters.addAll(List.of("businessForm", form));
        }
        parameters.addAll(List.of("period", Objects.requireNonNull(measure.period)));
        return visit.query("/v1/statistics/vintages", parameters.toArray(String[]::new));
    }
}
