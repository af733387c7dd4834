package org.zoneregistry.http.body;

import jakarta.validation.Validator;
import java.util.List;

/** The reader of JSON for tests that need no server. */
public final class StrictJsons {

    private StrictJsons() {}

    /** One that knows no values but those of every body. */
    public static StrictJson of(Validator validator) {
        return new StrictJson(validator, List.of());
    }
}
