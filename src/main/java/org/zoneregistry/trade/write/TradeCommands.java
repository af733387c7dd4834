package org.zoneregistry.trade.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limits;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.bus.EntitySlice;
import org.zoneregistry.commands.http.CommandAnswers;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.zone.event.ZoneCode;

/** Shared by the resources of the trade commands: from the parts of a request to a command's answer. */
@ApplicationScoped
public class TradeCommands {

    private final Commands commands;
    private final EventLog log;
    private final Limits limits;

    TradeCommands(Commands commands, EventLog log, Limits limits) {
        this.commands = commands;
        this.log = log;
        this.limits = limits;
    }

    /** The states of entries. */
    @Singleton
    static EntitySlice entries() {
        return EntitySlice.of(
                EntryState.class,
                new EntryState.Unrecorded(),
                EntryBoundary.class,
                EntryBoundary::criteria,
                EntryEvent.class,
                EntryState::evolve);
    }

    /** Sends a command that creates an entry in a zone. */
    public Uni<RestResponse<CommandOutcome>> record(
            Object command, EntryId entry, ZoneCode zone, CommandRequest request) {
        return create(command, "/v1/trade/" + encoded(entry.value()), zone, request);
    }

    /** Sends a command that creates an enterprise in a zone. A withdrawn one may come back, also in another zone. */
    public Uni<RestResponse<CommandOutcome>> register(
            Object command, EnterpriseId enterprise, ZoneCode zone, CommandRequest request) {
        Granted granted = Granted.of(request.request);
        return lastZone(granted, TradeTags.text(TradeTags.enterprise(enterprise)))
                .chain(before -> limits.requireNowhereElse(granted, before, "enterprise"))
                .chain(() -> create(command, "/v1/enterprises/" + encoded(enterprise.value()), zone, request));
    }

    private Uni<RestResponse<CommandOutcome>> create(
            Object command, String location, ZoneCode zone, CommandRequest request) {
        return limits.require(Granted.of(request.request), List.of(zone.value()))
                .chain(() -> request.send(
                        commands,
                        command,
                        outcome ->
                                Uni.createFrom().item(() -> CommandAnswers.created(outcome, zone.value(), location))));
    }

    /**
     * Sends a command that corrects an entry. The answer names its zone after the correction.
     *
     * @param to the zone of the entry after the correction, if the command names one
     */
    public Uni<RestResponse<CommandOutcome>> correct(
            Object command, EntryId entry, @Nullable ZoneCode to, CommandRequest request) {
        return correct(command, TradeTags.text(TradeTags.entry(entry)), to, request, ProblemType.ENTRY_NOT_FOUND);
    }

    /** Sends a command that corrects an enterprise. */
    public Uni<RestResponse<CommandOutcome>> correct(
            Object command, EnterpriseId enterprise, @Nullable ZoneCode to, CommandRequest request) {
        return correct(
                command,
                TradeTags.text(TradeTags.enterprise(enterprise)),
                to,
                request,
                ProblemType.ENTERPRISE_NOT_FOUND);
    }

    private Uni<RestResponse<CommandOutcome>> correct(
            Object command, String thing, @Nullable ZoneCode to, CommandRequest request, ProblemType unknown) {
        return permit(Granted.of(request.request), thing, to, unknown)
                .chain(() -> request.send(
                        commands,
                        command,
                        outcome -> zone(outcome).map(zone -> CommandAnswers.ok(outcome, zone.orElse(null)))));
    }

    /**
     * Checks the current zone of the thing, and its zone after the correction. A thing in a zone outside of the limit
     * is unknown to the caller.
     */
    private Uni<Void> permit(Granted granted, String thing, @Nullable ZoneCode to, ProblemType unknown) {
        return lastZone(granted, thing)
                .chain(zones -> limits.requireKnown(granted, zones, unknown))
                .chain(() -> limits.require(granted, to == null ? List.of() : List.of(to.value())));
    }

    /** The zone of the last event about a thing; none if there is no event, or if the caller has no limit. */
    private Uni<List<String>> lastZone(Granted granted, String thing) {
        return granted.limit().everywhere()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom()
                        .completionStage(() -> log.readByTag(thing))
                        .map(events -> events.isEmpty()
                                ? List.of()
                                : List.of(events.getLast().data().path("zone").asText()));
    }

    private Uni<Optional<String>> zone(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> zone(recorded.events().getLast());
            case Outcome.AlreadyRecorded before -> zone(before.event());
            case Outcome.Refused _ -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Uni<Optional<String>> zone(Outcome.Event event) {
        return Uni.createFrom()
                .completionStage(() -> log.findById(event.id()))
                .map(found -> found.map(stored -> stored.data().path("zone").textValue()));
    }

    /**
     * Sends a command that publishes a figure. A figure has no zone.
     *
     * @param territory the territory of the figure
     * @param location the address of the new thing
     */
    public Uni<RestResponse<CommandOutcome>> publish(
            Object command, String territory, String location, CommandRequest request) {
        Limits.requireProvince(Granted.of(request.request), territory);
        return request.send(
                commands,
                command,
                TradeCommands::withoutZone,
                outcome -> Uni.createFrom().item(() -> CommandAnswers.created(outcome, null, location)));
    }

    /** Sends a command about a published figure. */
    public Uni<RestResponse<CommandOutcome>> correctPublished(
            Object command, String territory, CommandRequest request) {
        Limits.requireProvince(Granted.of(request.request), territory);
        return request.send(
                commands,
                command,
                TradeCommands::withoutZone,
                outcome -> Uni.createFrom().item(() -> CommandAnswers.ok(outcome, null)));
    }

    private static Origin withoutZone(Origin origin) {
        if (origin.expectedPosition() != null) {
            throw ProblemException.invalid(
                    Violation.header(HttpHeaders.IF_MATCH, "is allowed only for commands about a zone"));
        }
        return origin;
    }

    /** The entry in a path. A text that is not an id is treated as an unknown entry. */
    public static EntryId entry(String id) {
        try {
            return new EntryId(id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(ProblemType.ENTRY_NOT_FOUND, "An entryId " + noId.getMessage() + ".");
        }
    }

    /** The enterprise in a path. A text that is not an id is treated as an unknown enterprise. */
    public static EnterpriseId enterprise(String id) {
        try {
            return new EnterpriseId(id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.ENTERPRISE_NOT_FOUND, "The id of an enterprise " + noId.getMessage() + ".");
        }
    }

    /** Encodes a text as one segment of a path, or a value in a query (RFC 3986): every reserved byte is encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
