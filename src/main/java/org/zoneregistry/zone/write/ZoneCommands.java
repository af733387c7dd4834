package org.zoneregistry.zone.write;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Limits;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.http.CommandAnswers;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;

/** Shared by the resources of the zone commands: makes a command's answer from the parts of a request. */
@ApplicationScoped
public class ZoneCommands {

    private final Commands commands;
    private final EventLog log;
    private final Limits limits;

    ZoneCommands(Commands commands, EventLog log, Limits limits) {
        this.commands = commands;
        this.log = log;
        this.limits = limits;
    }

    /** Sends a command about an existing zone. */
    public Uni<RestResponse<CommandOutcome>> send(ZoneCommand command, CommandRequest request) {
        String zone = zoneOf(command);
        return permit(request, command.zones())
                .chain(() -> request.send(
                        commands, command, outcome -> Uni.createFrom().item(() -> CommandAnswers.ok(outcome, zone))));
    }

    /**
     * Sends the command that creates a zone.
     *
     * @param province the province of the new zone
     */
    public Uni<RestResponse<CommandOutcome>> create(ZoneCommand command, String province, CommandRequest request) {
        String zone = zoneOf(command);
        return limits.requireNew(Granted.of(request.request), zone, province)
                .chain(() -> request.send(
                        commands,
                        command,
                        outcome -> Uni.createFrom()
                                .item(() -> CommandAnswers.created(outcome, zone, "/v1/zones/" + zone))));
    }

    /**
     * Sends a command that corrects a fact. The answer names the zone of the fact.
     *
     * @param values the corrected values
     */
    public Uni<RestResponse<CommandOutcome>> correct(
            Object command, FactId fact, FactValues values, CommandRequest request) {
        return permit(request, fact, values)
                .chain(() -> request.send(
                        commands,
                        command,
                        outcome -> recorded(fact)
                                .map(event -> CommandAnswers.ok(
                                        outcome,
                                        event.map(recorded -> recorded.data()
                                                        .path("zone")
                                                        .textValue())
                                                .orElse(null)))));
    }

    private Uni<Void> permit(CommandRequest request, Collection<ZoneCode> zones) {
        return limits.require(
                Granted.of(request.request), zones.stream().map(ZoneCode::value).toList());
    }

    /**
     * Checks the zones of the fact and of all its amendments, the zones in the corrected values, and the corrected
     * province.
     */
    private Uni<Void> permit(CommandRequest request, FactId fact, FactValues values) {
        Granted granted = Granted.of(request.request);
        if (granted.limit().everywhere()) {
            return Uni.createFrom().voidItem();
        }
        String province = values.get(FactValue.PROVINCE);
        if (province != null) {
            Limits.requireProvince(granted, province);
        }
        return Uni.createFrom()
                .completionStage(() -> log.readByTag("fact:" + fact.value()))
                .map(events -> {
                    var zones = new HashSet<ZoneCode>();
                    events.stream()
                            .map(ZoneEventJson::read)
                            .flatMap(Optional::stream)
                            .forEach(known -> zones.addAll(known.zones()));
                    zones.addAll(Objects.requireNonNullElse(values.get(FactValue.ABSORBS), List.of()));
                    return zones;
                })
                .chain(zones -> permit(request, zones));
    }

    private Uni<Optional<StoredEvent>> recorded(FactId fact) {
        return Uni.createFrom().completionStage(() -> log.findById(fact.value()));
    }

    /** The code in a path. A text that is not a code is treated as an unknown zone. */
    public static ZoneCode zone(String code) {
        try {
            return new ZoneCode(code);
        } catch (IllegalArgumentException noCode) {
            throw ProblemException.of(ProblemType.ZONE_NOT_FOUND, String.valueOf(noCode.getMessage()));
        }
    }

    /** Checks the rule between path and body. Rules within the body were checked when it was read. */
    private static String zoneOf(ZoneCommand command) {
        try {
            return command.fact().zone().value();
        } catch (BrokenMember broken) {
            throw ProblemException.invalid(new Violation("/" + broken.member(), String.valueOf(broken.getMessage())));
        }
    }
}
