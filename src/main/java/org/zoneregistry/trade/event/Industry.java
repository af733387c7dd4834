package org.zoneregistry.trade.event;

import java.util.Arrays;

/**
 * The main activity of an enterprise: a chapter of the Harmonized System or a form of business.
 *
 * @param value {@code 01} to {@code 97}, or the wire name of a {@link BusinessForm}
 */
public record Industry(String value) {

    /** @throws IllegalArgumentException if it is neither */
    public Industry {
        boolean isForm = Arrays.stream(BusinessForm.values())
                .anyMatch(form -> form.wireName().equals(value));
        if (!isForm && !HsChapter.isChapter(value)) {
            throw new IllegalArgumentException(
                    "must be a chapter of the Harmonized System, 01 to 97, or a form of business, such as"
                            + " bonded-maintenance");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
