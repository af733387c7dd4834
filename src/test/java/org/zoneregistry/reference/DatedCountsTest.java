package org.zoneregistry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zoneregistry.reference.DatedCounts.Count;

class DatedCountsTest {

    /** Fixes both numbers of every difference: a change of either makes this fail. */
    @Test
    void every_difference_from_a_published_count_is_explained_and_every_explanation_is_of_one() {
        Map<String, Count> differences = DatedCounts.all().stream()
                .filter(count -> count.registry() != count.published())
                .collect(Collectors.toMap(count -> count.asOf() + " " + count.column(), count -> count));
        Map<String, ReferenceRow> explanations = DatedCounts.explanations();

        assertThat(new HashSet<>(explanations.keySet())).isEqualTo(new HashSet<>(differences.keySet()));
        assertThat(differences).allSatisfy((key, count) -> {
            ReferenceRow explanation = Objects.requireNonNull(explanations.get(key));
            assertThat(Long.parseLong(explanation.get("registry"))).isEqualTo(count.registry());
            assertThat(Long.parseLong(explanation.get("published"))).isEqualTo(count.published());
            assertThat(explanation.get("why")).hasSizeGreaterThan(15);
        });
    }

    @Test
    void most_counts_agree() {
        assertThat(DatedCounts.all())
                .filteredOn(count -> count.registry() == count.published())
                .hasSizeGreaterThan(45);
    }
}
