package org.zoneregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.ProblemType;

class DatasetTest {

    @Test
    void illustrative_entries_stay_out_of_the_reference_data_set() {
        assertThat(Dataset.REFERENCE.refusal("NH-2022-000017")).isEmpty();
        assertThat(Dataset.REFERENCE.refusal("illustrative-1"))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ProblemType.DATASET_MISMATCH.code()));
    }

    @Test
    void all_others_stay_out_of_the_illustrative_data_set() {
        assertThat(Dataset.ILLUSTRATIVE.refusal("illustrative-1")).isEmpty();
        assertThat(Dataset.ILLUSTRATIVE.refusal("NH-2022-000017"))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ProblemType.DATASET_MISMATCH.code()));
    }

    @Test
    void only_the_illustrative_one_needs_a_notice() {
        assertThat(Dataset.REFERENCE.notice()).isEmpty();
        assertThat(Dataset.ILLUSTRATIVE.notice()).isPresent();
    }

    @Test
    void an_unknown_name_is_refused_and_the_known_ones_are_listed() {
        assertThat(Dataset.parse("illustrative")).isEqualTo(Dataset.ILLUSTRATIVE);
        assertThatThrownBy(() -> Dataset.parse("demo"))
                .hasMessage("registry.dataset is demo, and must be one of reference, illustrative.");
    }
}
