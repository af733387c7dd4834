package org.zoneregistry.zone.write.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.Samples;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.read.FactValuesAnswer;
import org.zoneregistry.zone.write.amend.AmendFactResource.FactAmendment.Values;

/** The records that clients see have every kind of values that a fact has. What was forgotten is named. */
class FactValuesTest {

    private static final List<String> KINDS =
            ZoneFact.valueKinds().stream().map(FactValue::name).toList();

    @Test
    void no_two_kinds_of_values_share_a_name() {
        assertThat(KINDS).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_has_every_kind_of_values() {
        assertThat(Samples.components(FactValuesAnswer.class))
                .as("FactValuesAnswer needs a component for each FactValue of a fact, by its name")
                .containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @Test
    void the_body_of_an_amendment_has_every_kind_of_values() {
        assertThat(Samples.components(Values.class))
                .as("AmendFactResource.Values needs a component for each FactValue of a fact, by its name")
                .containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @Test
    void an_amendment_gives_every_value_of_its_body() {
        for (String name : Samples.components(Values.class)) {
            assertThat(Samples.only(Values.class, name).toFactValues().given())
                    .as("AmendFactResource.Values.toFactValues() must give %s", name)
                    .containsExactly(name);
        }
    }
}
