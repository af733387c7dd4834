package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.http.query.BlankIsAbsent;
import org.zoneregistry.pages.Answered;
import org.zoneregistry.pages.PageAsked;
import org.zoneregistry.pages.Pages;
import org.zoneregistry.pages.Shell;
import org.zoneregistry.pages.Subject;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.projections.rebuild.CopyAsked;
import org.zoneregistry.statistics.Interval;
import org.zoneregistry.statistics.OnePeriod;
import org.zoneregistry.statistics.ZoneSelection;
import org.zoneregistry.statistics.diagnosis.DiagnosisResource;
import org.zoneregistry.statistics.trade.TradeSumsResource;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.zone.read.single.ZoneResource;
import org.zoneregistry.zone.read.states.StatesResource;
import org.zoneregistry.zone.read.timeline.TimelineResource;

/** A zone as a page. */
@Path("/zones/{code}")
@BlankIsAbsent
public class ZonePageResource {

    private final Pages pages;
    private final Answered answered;
    private final ZoneResource zones;
    private final StatesResource states;
    private final TimelineResource timelines;
    private final TradeSumsResource sums;
    private final DiagnosisResource diagnoses;

    ZonePageResource(
            Pages pages,
            Answered answered,
            ZoneResource zones,
            StatesResource states,
            TimelineResource timelines,
            TradeSumsResource sums,
            DiagnosisResource diagnoses) {
        this.pages = pages;
        this.answered = answered;
        this.zones = zones;
        this.states = states;
        this.timelines = timelines;
        this.sums = sums;
        this.diagnoses = diagnoses;
    }

    @CheckedTemplate(basePath = "zones")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance zone(Shell shell, ZonePage zone);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showZone", hidden = true)
    public Uni<RestResponse<byte[]>> get(@RestPath String code, @BeanParam PageAsked asked) {
        return pages.show(
                asked,
                visit -> answered.by(states.get(code, visit.asKnown())),
                ZonePageResource::subject,
                (visit, shell, data) -> view(visit, code, data).map(view -> Templates.zone(shell, view)));
    }

    private static Subject subject(Visit visit, JsonNode states) {
        JsonNode last = ZoneView.last(states);
        String zone = "/v1/zones/" + states.path("zone").asText();
        String all = visit.query(zone + "/states");
        return new Subject(
                "zones",
                last.path("name").path("en").asText(),
                last.path("name").path("zh").asText(last.path("name").path("en").asText()),
                true,
                ZoneView.isThen(visit, states) ? visit.queryOnDay(zone) : all,
                all);
    }

    private Uni<ZonePage> view(Visit visit, String code, JsonNode known) {
        return Uni.combine()
                .all()
                .unis(
                        family(visit, new LinkedHashMap<>(), new ArrayDeque<>(List.of(code))),
                        answered.by(timelines.get(code, visit.asKnown())),
                        trade(visit, code, List.of("year")),
                        trade(visit, code, List.of("year", "direction")))
                .usingConcurrencyOf(1)
                .with((family, timeline, trade, directions) ->
                        new ZoneView.Data(known, family, timeline, trade, directions))
                .chain(data -> {
                    int year = year(visit, data.trade());
                    return diagnosis(visit, code, year).map(diagnosis -> data.with(year, diagnosis));
                })
                .chain(data -> names(visit, ZoneView.named(data.timeline(), data.diagnosis()))
                        .map(data::with))
                .map(data -> new ZoneView(visit, code, data).page());
    }

    /** The last known state of each zone by code. */
    private Uni<Map<String, JsonNode>> names(Visit visit, Set<String> codes) {
        var names = new HashMap<String, JsonNode>();
        return Multi.createFrom()
                .iterable(codes)
                .onItem()
                .transformToUniAndConcatenate(code -> answered.ifAny(states.get(code, visit.asKnown()))
                        .invoke(known -> names.put(code, ZoneView.last(known))))
                .collect()
                .last()
                .replaceWith(names);
    }

    /**
     * The zone with all that became part of it, or that it became part of, step by step.
     *
     * @param known the zones that were read before
     * @param ahead the codes of those that are to be read
     */
    private Uni<Map<String, JsonNode>> family(Visit visit, Map<String, JsonNode> known, Deque<String> ahead) {
        ahead.removeIf(known::containsKey);
        String next = ahead.poll();
        if (next == null || known.size() == FamilyGraph.MOST) {
            return Uni.createFrom().item(known);
        }
        return answered.ifAny(zones.get(next, visit.asOf(), new CopyAsked())).chain(found -> {
            if (!found.isMissingNode()) {
                known.put(next, found);
                ahead.addAll(FamilyGraph.relatives(found));
            }
            return family(visit, known, ahead);
        });
    }

    private Uni<JsonNode> trade(Visit visit, String code, List<String> groupBy) {
        var interval = new Interval();
        interval.from = ZoneView.FIRST_YEAR;
        interval.to = ZoneView.LAST_YEAR;
        var zones = new ZoneSelection();
        zones.zone = List.of(code);
        return answered.by(sums.get(visit.asKnown(), interval, groupBy, zones, new EntryFilter(), new CopyAsked()));
    }

    private Uni<JsonNode> diagnosis(Visit visit, String code, int year) {
        if (year == 0) {
            return Uni.createFrom().item(MissingNode.getInstance());
        }
        var period = new OnePeriod();
        period.period = Integer.toString(year);
        return answered.ifAny(diagnoses.get(code, visit.asKnown(), period));
    }

    /** The last year with trade that has begun by the day, or 0. */
    private static int year(Visit visit, JsonNode trade) {
        int last = 0;
        for (JsonNode row : trade.path("rows")) {
            int year = row.path("year").asInt();
            last = year <= visit.validAt().getYear() ? Math.max(last, year) : last;
        }
        return last;
    }
}
