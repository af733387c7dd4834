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

/** What the resources of the zone commands share: from the parts of a request to a command's answer. */
@ApplicationScoped
public class ZoneCommands {

    private final Commands commands;
    private final EventLog log;

    ZoneCommands(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /** Sends a command about a zone that there is. */
    public Uni<RestResponse<CommandOutcome>> send(ZoneCommand command, CommandRequest request) {
        String zone = zoneOf(command);
        return request.send(
                commands, command, outcome -> Uni.createFrom().item(() -> CommandAnswers.ok(outcome, zone)));
    }

    /** Sends the command that makes a zone. */
    public Uni<RestResponse<CommandOutcome>> create(ZoneCommand command, CommandRequest request) {
        String zone = zoneOf(command);
        return request.send(
                commands,
                command,
                outcome -> Uni.createFrom().item(() -> CommandAnswers.created(outcome, zone, "/v1/zones/" + zone)));
    }

    /** Sends a command that corrects a fact; the answer names the zone that the fact is about. */
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

    /** The code that a path names; what is no code is no zone either. */
    public static ZoneCode zone(String code) {
        try {
            return new ZoneCode(code);
        } catch (IllegalArgumentException noCode) {
            throw ProblemException.of(ProblemType.ZONE_NOT_FOUND, String.valueOf(noCode.getMessage()));
        }
    }

    /** The rules between the members of a body were checked when it was read; this one is between path and body. */
    private static String zoneOf(ZoneCommand command) {
        try {
            return command.fact().zone().value();
        } catch (IllegalArgumentException incoherent) {
            throw ProblemException.invalid(new Violation("/absorbs", String.valueOf(incoherent.getMessage())));
        }
    }
}
