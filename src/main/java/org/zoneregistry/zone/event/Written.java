package org.zoneregistry.zone.event;

import java.util.List;
import java.util.Map;

/** The stored form of a value of a fact. It has no numbers, so that a decimal stays exact. */
public sealed interface Written {

    /** One text. */
    record Text(String text) implements Written {}

    /** Several texts, in their order. */
    record Texts(List<String> texts) implements Written {

        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Texts by name; an unknown part is absent. */
    record Parts(Map<String, String> parts) implements Written {

        public Parts {
            parts = Map.copyOf(parts);
        }
    }
}
