package org.zoneregistry.statistics.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.statistics.formula.Figure;

/**
 * Whether a zone has a problem.
 *
 * @param finding its name: single-industry-reliance, homogenisation, inadequate-facilities, unclear-advantage
 * @param by the kinds of trade that were compared; absent for facilities
 * @param verdict whether it was found
 * @param criterion when it counts as found
 * @param measures the measures behind it
 * @param query the request that proves it
 */
@Schema(name = "Finding")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosisFinding(
        String finding, @Nullable String by, Verdict verdict, String criterion, List<Measure> measures, String query) {

    public DiagnosisFinding {
        measures = List.copyOf(measures);
    }

    /** A finding's measure as a row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Row(
            String finding,
            @Nullable String by,
            Verdict verdict,
            @Nullable String measure,
            @Nullable String of,
            @Nullable Figure value,
            @Nullable String threshold,
            String query) {}

    /** A row for each measure, or one row without a measure if there is none. */
    Stream<Row> rows() {
        if (measures.isEmpty()) {
            return Stream.of(new Row(finding, by, verdict, null, null, null, null, query));
        }
        return measures.stream()
                .map(measure -> new Row(
                        finding,
                        by,
                        verdict,
                        measure.measure(),
                        measure.of(),
                        measure.value(),
                        measure.threshold(),
                        query));
    }
}
