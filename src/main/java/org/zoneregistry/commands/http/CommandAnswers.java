package org.zoneregistry.commands.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.commands.Trial;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.problem.Violation;

/** The answers to commands. */
public final class CommandAnswers {

    private CommandAnswers() {}

    /** 200 with the recorded events. */
    public static RestResponse<CommandOutcome> ok(Outcome outcome, @Nullable String zone) {
        return recorded(ResponseBuilder.create(200), outcome, zone);
    }

    /**
     * 201 with the recorded events, if the new thing has an address.
     *
     * @param location the address, as a path such as {@code /v1/zones/new-harbour-cbz}
     */
    public static RestResponse<CommandOutcome> created(Outcome outcome, @Nullable String zone, String location) {
        return recorded(
                ResponseBuilder.<CommandOutcome>create(201).header(HttpHeaders.LOCATION, URI.create(location)),
                outcome,
                zone);
    }

    /** 200 with what would be recorded. */
    @SuppressWarnings("unchecked") // a dry run has another body type; quarkus-rest writes any type
    static RestResponse<CommandOutcome> tried(Trial trial) {
        if (trial.rejection() != null) {
            throw problem(new Outcome.Refused(trial.rejection(), trial.position(), false));
        }
        Object answer = ResponseBuilder.<Object>create(200)
                .entity(DryRun.of(trial))
                .header(Answers.POSITION, Long.toString(trial.position()))
                .build();
        return (RestResponse<CommandOutcome>) answer;
    }

    private static RestResponse<CommandOutcome> recorded(
            ResponseBuilder<CommandOutcome> answer, Outcome outcome, @Nullable String zone) {
        return switch (outcome) {
            case Outcome.Recorded(var position, var recordedAt, var events, var replayed) ->
                recorded(answer, body(position, recordedAt, events, zone), replayed);
            // The same answer as the first time, so a client need not know whether its first request succeeded.
            case Outcome.AlreadyRecorded(var event, var recordedAt, var replayed) ->
                recorded(answer, body(event.position(), recordedAt, List.of(event), zone), replayed);
            case Outcome.Refused refused -> throw problem(refused);
        };
    }

    private static RestResponse<CommandOutcome> recorded(
            ResponseBuilder<CommandOutcome> answer, CommandOutcome body, boolean replayed) {
        answer.entity(body).header(Answers.POSITION, Long.toString(body.position()));
        if (replayed) {
            answer.header(CommandRequest.REPLAYED, "true");
        }
        return answer.build();
    }

    private static CommandOutcome body(
            long position, Instant recordedAt, List<Outcome.Event> events, @Nullable String zone) {
        return new CommandOutcome(
                position,
                recordedAt,
                events.stream()
                        .map(event -> new CommandOutcome.Event(event.id(), event.type(), event.position()))
                        .toList(),
                zone);
    }

    private static ProblemException problem(Outcome.Refused refused) {
        var problem = problem(refused.rejection()).withHeader(Answers.POSITION, Long.toString(refused.position()));
        return (refused.replayed() ? problem.withHeader(CommandRequest.REPLAYED, "true") : problem).exception();
    }

    /** The problem for a rejection. */
    public static Problem problem(Rejection rejection) {
        if (rejection.type() == ProblemType.VALIDATION) {
            String pointer = rejection.about().getOrDefault(Rejection.POINTER, "");
            return Problem.invalid(List.of(new Violation(pointer, rejection.detail())));
        }
        var problem = Problem.of(rejection.type(), rejection.detail());
        for (var about : rejection.about().entrySet()) {
            problem = problem.with(about.getKey(), about.getValue());
        }
        return problem;
    }
}
