package org.zoneregistry.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/** Reads the answers of resources, as their clients do. */
@Singleton
public final class Answered {

    private final ObjectMapper json;

    Answered(ObjectMapper json) {
        this.json = json;
    }

    /** The body of an answer. */
    public Uni<JsonNode> by(Uni<? extends RestResponse<?>> answer) {
        return answer.map(this::read);
    }

    /** The body of an answer; missing if the resource does not exist. */
    public Uni<JsonNode> ifAny(Uni<? extends RestResponse<?>> answer) {
        return by(answer)
                .onFailure(failure -> failure instanceof ProblemException problem
                        && problem.problem().type().status() == ProblemType.NOT_FOUND.status())
                .recoverWithItem(MissingNode.getInstance());
    }

    /** The written text. */
    public String text(RestResponse<byte[]> answer) {
        return new String(answer.getEntity(), StandardCharsets.UTF_8);
    }

    /** The body of a received answer. */
    public JsonNode read(RestResponse<?> answer) {
        try {
            Object body = answer.getEntity();
            return body instanceof byte[] written ? json.readTree(written) : json.valueToTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
