package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Page;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.zone.read.list.ZoneFilter;
import org.zoneregistry.zone.read.list.ZonesResource;

/** The list of zones as a page. */
@Path("/zones")
@BlankIsAbsent
public class ZonesPageResource {

    /** The largest page of the list. */
    private static final String MOST = "1000";

    private final Pages pages;
    private final Answered answered;
    private final ZonesResource zones;

    ZonesPageResource(Pages pages, Answered answered, ZonesResource zones) {
        this.pages = pages;
        this.answered = answered;
        this.zones = zones;
    }

    @CheckedTemplate(basePath = "zones")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance list(Shell shell, ZoneList list);
    }

    /** The filter and the order of the list, as the form sends them; for {@code @BeanParam}. */
    @TemplateData
    public static class Wanted {

        /** A part of the code or a name. */
        @RestQuery("q")
        public @Nullable String q;

        /** Only zones of this type. */
        @RestQuery("type")
        public @Nullable String type;

        /** Only zones of this status. */
        @RestQuery("status")
        public @Nullable String status;

        /** Only zones in this province. */
        @RestQuery("province")
        public @Nullable String province;

        /** Only zones in this region. */
        @RestQuery("region")
        public @Nullable String region;

        /** The order. */
        @RestQuery("sort")
        public @Nullable String sort;

        /** The facets of the list. */
        static final List<String> FACETS = List.of("type", "status", "province", "region");

        /** The chosen value of a facet; null for any. */
        @Nullable
        String chosen(String facet) {
            return given(
                    switch (facet) {
                        case "type" -> type;
                        case "status" -> status;
                        case "province" -> province;
                        default -> region;
                    });
        }

        ZoneFilter filter() {
            return filter(FACETS);
        }

        /** The filter without a facet. Its zones are counted for each value of this facet. */
        ZoneFilter without(String facet) {
            return filter(FACETS.stream().filter(other -> !other.equals(facet)).toList());
        }

        /** The filter by text only. */
        ZoneFilter text() {
            return filter(List.of());
        }

        private ZoneFilter filter(List<String> facets) {
            var filter = new ZoneFilter();
            filter.q = given(q);
            filter.type = listed(facets, "type");
            filter.status = listed(facets, "status");
            filter.province = listed(facets, "province");
            filter.region = listed(facets, "region");
            return filter;
        }

        private List<String> listed(List<String> facets, String facet) {
            String value = chosen(facet);
            return value == null || !facets.contains(facet) ? List.of() : List.of(value);
        }

        private static @Nullable String given(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showZones", hidden = true)
    public Uni<RestResponse<byte[]>> get(@BeanParam PageAsked asked, @BeanParam Wanted wanted) {
        var query = new QueryParameters();
        ZoneList.Order order = query.oneOf(
                "sort", wanted.sort == null || wanted.sort.isEmpty() ? "name" : wanted.sort, ZoneList.Order.class);
        return pages.show(
                asked,
                query,
                ZonesPageResource::subject,
                (visit, shell) -> Uni.combine()
                        .all()
                        .unis(found(visit, wanted.text()), counted(visit, wanted), found(visit, wanted.filter()))
                        .usingConcurrencyOf(1)
                        .with((all, facets, shown) -> Templates.list(
                                shell,
                                ZoneList.of(
                                        visit,
                                        wanted,
                                        Objects.requireNonNull(order),
                                        all.path("total").asInt(),
                                        facets,
                                        shown))));
    }

    private static Subject subject(Visit visit) {
        String query = visit.export("/v1/zones") + "&limit=" + MOST;
        return new Subject("zones", "The zones", "特殊监管区域", true, query, query);
    }

    /** For each facet with a chosen value: the zones that all the other ones leave. */
    private Uni<Map<String, JsonNode>> counted(Visit visit, Wanted wanted) {
        var counted = new HashMap<String, JsonNode>();
        return Multi.createFrom()
                .iterable(Wanted.FACETS)
                .filter(facet -> wanted.chosen(facet) != null)
                .onItem()
                .transformToUniAndConcatenate(
                        facet -> found(visit, wanted.without(facet)).invoke(found -> counted.put(facet, found)))
                .collect()
                .last()
                .replaceWith(counted);
    }

    private Uni<JsonNode> found(Visit visit, ZoneFilter filter) {
        var page = new Page();
        page.limit = MOST;
        return answered.by(zones.list(visit.asOf(), filter, page, new CopyAsked()));
    }
}
