package org.zoneregistry.audit.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something is not proved.
 *
 * @param where the file, and the line if there is one
 * @param position the first position concerned, if there is one
 * @param what what is wrong, as a sentence
 * @param advice what to do about it, as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(String where, @Nullable Long position, String what, String advice) {

    static Failure of(String where, String what, String advice) {
        return new Failure(where, null, what, advice);
    }

    @Override
    public String toString() {
        return where + (position == null ? "" : ", position " + position) + ": " + what + "\n  What to do: " + advice;
    }
}
