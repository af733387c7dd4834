package org.zoneregistry.platform.http.body;

/**
 * A value that is written as a JSON string, such as a period. A CDI bean of this type makes {@code T} usable as a record
 * component of request bodies.
 *
 * @param <T> the value
 */
public interface TextValue<T> {

    /** The class of the value. */
    Class<T> type();

    /**
     * Reads the written form. The text has passed {@link TextRules}.
     *
     * @throws IllegalArgumentException with what is wrong, in words that can follow the member's name ("must be …")
     */
    T parse(String text);
}
