package org.zoneregistry.audit.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.Zone;

/**
 * The report of the verifier.
 *
 * @param proved whether everything in the request is proved
 * @param checkpoint the checkpoint, if it is trusted
 * @param events how many events were read
 * @param notCovered how many of the events come after the checkpoint; nothing is proved about them
 * @param grown the sizes of earlier checkpoints that the log extends
 * @param answer the answer, computed only from the events
 * @param limits what is not proved, although a reader might think so
 * @param failures why it isn't proved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Report(
        boolean proved,
        @Nullable Committed checkpoint,
        long events,
        long notCovered,
        List<Long> grown,
        @Nullable Answer answer,
        @Nullable String limits,
        List<Failure> failures) {

    /**
     * A checkpoint.
     *
     * @param root in hexadecimal digits
     * @param signedBy the name and the id of the key
     */
    record Committed(String origin, long size, String root, String signedBy) {

        static Committed of(TrustedKeys.Signed signed) {
            return new Committed(
                    signed.checkpoint().origin(),
                    signed.checkpoint().size(),
                    signed.checkpoint().root().toString(),
                    signed.signedBy());
        }
    }

    /**
     * An answer.
     *
     * @param knownAt the length of the folded prefix
     * @param zone as in GET /v1/zones/{code}; null if it was not established by then, or if all zones were requested
     * @param live how many zones were live, by type, if all were requested
     * @param zones all zones, including zones that are no longer live
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            LocalDate validAt,
            long knownAt,
            @Nullable Zone zone,
            @Nullable Map<String, Long> live,
            @Nullable List<Zone> zones) {}

    static Report notProved(Failure failure) {
        return new Report(false, null, 0, 0, List.of(), null, null, List.of(failure));
    }
}
