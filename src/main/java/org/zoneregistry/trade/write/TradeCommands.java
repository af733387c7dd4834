package org.zoneregistry.trade.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.command.Commands;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.platform.command.Outcome;
import org.zoneregistry.platform.http.command.CommandAnswers;
import org.zoneregistry.platform.http.command.CommandOutcome;
import org.zoneregistry.platform.http.command.CommandRequest;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;
import org.zoneregistry.platform.http.problem.Violation;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.zone.event.ZoneCode;

/** What the resources of the trade commands share: from the parts of a request to a command's answer. */
@ApplicationScoped
public class TradeCommands {

    private final Commands commands;
    private final EventLog log;

    TradeCommands(Commands commands, EventLog log) {
        this.commands = commands;
        this.log = log;
    }

    /** Sends a command that makes an entry in a zone. */
    public Uni<RestResponse<CommandOutcome>> record(
            Object command, EntryId entry, ZoneCode zone, CommandRequest request) {
        return commands.send(command, request.origin())
                .map(outcome -> CommandAnswers.created(outcome, zone.value(), "/v1/trade/" + encoded(entry.value())));
    }

    /** Sends a command about a zone that makes nothing with an address. */
    public Uni<RestResponse<CommandOutcome>> send(Object command, ZoneCode zone, CommandRequest request) {
        return commands.send(command, request.origin()).map(outcome -> CommandAnswers.ok(outcome, zone.value()));
    }

    /** Sends a command about an entry that there is; the answer names the entry's zone. */
    public Uni<RestResponse<CommandOutcome>> correct(Object command, CommandRequest request) {
        return commands.send(command, request.origin()).flatMap(outcome -> switch (outcome) {
            case Outcome.Recorded recorded ->
                Uni.createFrom()
                        .completionStage(
                                () -> log.findById(recorded.events().getFirst().id()))
                        .map(event -> CommandAnswers.ok(
                                outcome,
                                event.map(stored -> stored.data().path("zone").textValue())
                                        .orElse(null)));
            case Outcome.Unchanged unchanged -> Uni.createFrom().item(() -> CommandAnswers.ok(unchanged, null));
        });
    }

    /**
     * Sends a command that is about no zone.
     *
     * @param location where what it makes can be read
     */
    public Uni<RestResponse<CommandOutcome>> publish(Object command, String location, CommandRequest request) {
        Origin origin = request.origin();
        if (origin.expectedPosition() != null) {
            throw ProblemException.invalid(
                    Violation.header(HttpHeaders.IF_MATCH, "is for commands about a zone, and this one is about none"));
        }
        return commands.send(command, origin).map(outcome -> CommandAnswers.created(outcome, null, location));
    }

    /** The entry that a path names; what is no id is no entry either. */
    public static EntryId entry(String id) {
        try {
            return new EntryId(id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(ProblemType.ENTRY_NOT_FOUND, "An entryId " + noId.getMessage() + ".");
        }
    }

    /** As one segment of a path, or a value in a query (RFC 3986): every byte that could mean something is encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
