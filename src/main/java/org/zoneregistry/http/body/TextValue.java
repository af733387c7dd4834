package org.zoneregistry.http.body;

import java.util.function.Function;

/**
 * A value that is written as a JSON string, such as a period. A CDI bean of this type makes {@code T} usable as a
 * record component of request bodies.
 *
 * @param <T> the value
 */
public interface TextValue<T> {

    /** The class of the value. */
    Class<T> type();

    /**
     * Reads the written form. The text has passed {@link TextRules}.
     *
     * @throws IllegalArgumentException with the reason, in words that can follow the member's name ("must be …")
     */
    T parse(String text);

    /** A value with that parser, which must follow the contract of {@link #parse}. */
    static <T> TextValue<T> of(Class<T> type, Function<String, T> parser) {
        return new TextValue<>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public T parse(String text) {
                return parser.apply(text);
            }
        };
    }
}
