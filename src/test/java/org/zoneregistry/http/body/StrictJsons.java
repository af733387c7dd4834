package org.zoneregistry.http.body;

import jakarta.validation.Validator;
import java.util.List;

/** The reader of JSON for tests that need no server. */
public final class StrictJsons {

    private StrictJsons() {}

    /** A reader without special values. */
    public static StrictJson of(Validator validator) {
        return new StrictJson(validator, List.of());
    }
}
