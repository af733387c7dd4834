package org.zoneregistry.platform.axon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.eventstore.SealedTags;
import org.zoneregistry.eventstore.SealedTags.Sealing;
import org.zoneregistry.eventstore.StoredBytes;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.platform.command.Outcome;

/** Keeps refusals as the outcome of the sealed tag of their idempotency key. */
@Singleton
final class SealedRefusals implements KeptRefusals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SealedTags seals;

    SealedRefusals(Pool pool) {
        this.seals = new SealedTags(pool);
    }

    @Override
    public CompletableFuture<Optional<Outcome.Refused>> find(Origin origin) {
        String key = origin.idempotencyKey();
        return key == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : seals.find(IdempotencyKeys.tag(key))
                        .thenApply(kept -> kept.map(bytes -> read(bytes, origin, true)))
                        .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Outcome> keep(Handled.Refusing refusing, Origin origin) {
        String key = origin.idempotencyKey();
        if (key == null || !refusing.lasting()) {
            return CompletableFuture.completedFuture(
                    new Outcome.Refused(refusing.rejection(), refusing.position(), false));
        }
        return seals.seal(IdempotencyKeys.tag(key), write(refusing, origin))
                .thenCompose(sealing -> switch (sealing) {
                    case Sealing.Sealed(StoredBytes kept, boolean fresh) ->
                        CompletableFuture.<Outcome>completedFuture(read(kept, origin, !fresh));
                    case Sealing.Carried(long position) ->
                        CompletableFuture.<Outcome>failedFuture(new AppendEventsTransactionRejectedException(
                                "The event at " + position + " carries the idempotency key by now."));
                })
                .toCompletableFuture();
    }

    private static byte[] write(Handled.Refusing refusing, Origin origin) {
        ObjectNode json = JSON.createObjectNode()
                .put("requestHash", origin.requestHash())
                .put("code", refusing.rejection().code())
                .put("detail", refusing.rejection().detail())
                .put("position", refusing.position());
        ObjectNode about = json.putObject("about");
        refusing.rejection().about().forEach(about::put);
        return json.toString().getBytes(UTF_8);
    }

    private static Outcome.Refused read(StoredBytes kept, Origin origin, boolean replayed) {
        JsonNode json;
        try {
            json = JSON.readTree(kept.toByteArray());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        long position = json.path("position").longValue();
        if (!Objects.equals(json.path("requestHash").textValue(), origin.requestHash())) {
            return new Outcome.Refused(IdempotencyKeys.reused(), position, false);
        }
        var about = new LinkedHashMap<String, String>();
        json.path("about")
                .properties()
                .forEach(entry -> about.put(entry.getKey(), entry.getValue().textValue()));
        var rejection =
                new Rejection(json.path("code").textValue(), json.path("detail").textValue(), about);
        return new Outcome.Refused(rejection, position, replayed);
    }
}
