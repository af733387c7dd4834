package org.zoneregistry.zone.write;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.http.CommandAnswers;
import org.zoneregistry.commands.http.CommandOutcome;
import org.zoneregistry.commands.http.CommandRequest;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.zone.event.ZoneCode;

/** Shared by the resources of the zone commands: from the parts of a request to a command's answer. */
@ApplicationScoped
public class ZoneCommands {

    private final Commands commands;
    private final EventLog log;

    ZoneCommands(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /** Sends a command about an existing zone. */
    public Uni<RestResponse<CommandOutcome>> send(ZoneCommand command, CommandRequest request) {
        String zone = zoneOf(command);
        return request.send(
                commands, command, outcome -> Uni.createFrom().item(() -> CommandAnswers.ok(outcome, zone)));
    }

    /** Sends the command that creates a zone. */
    public Uni<RestResponse<CommandOutcome>> create(ZoneCommand command, CommandRequest request) {
        String zone = zoneOf(command);
        return request.send(
                commands,
                command,
                outcome -> Uni.createFrom().item(() -> CommandAnswers.created(outcome, zone, "/v1/zones/" + zone)));
    }

    /** Sends a command that corrects a fact. The answer names the zone of the fact. */
    public Uni<RestResponse<CommandOutcome>> correct(Object command, FactId fact, CommandRequest request) {
        return request.send(
                commands,
                command,
                outcome -> Uni.createFrom()
                        .completionStage(() -> log.findById(fact.value()))
                        .map(event -> CommandAnswers.ok(
                                outcome,
                                event.map(recorded ->
                                                recorded.data().path("zone").textValue())
                                        .orElse(null))));
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
        } catch (IllegalArgumentException incoherent) {
            throw ProblemException.invalid(new Violation("/absorbs", String.valueOf(incoherent.getMessage())));
        }
    }
}
