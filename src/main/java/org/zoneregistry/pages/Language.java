package org.zoneregistry.pages;

import io.quarkus.qute.TemplateData;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.query.QueryParameters;

/** A language of pages. */
@TemplateData
public enum Language {
    EN("en"),
    ZH("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The locale of the message bundles. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The order of names: by pinyin in Chinese, as in the character sets of the national standard. */
    public Comparator<String> order() {
        return this == ZH ? Collator.getInstance(locale())::compare : Comparator.naturalOrder();
    }

    /** The text in this language. */
    public String pick(String en, String zh) {
        return this == ZH ? zh : en;
    }

    /** The title of a problem. Its detail is in English alone. */
    public String title(ProblemType type) {
        return pick(type.title(), type.chineseTitle());
    }

    /** The time for reading the header grows with the square of its length. */
    private static final int LONGEST_HEADER = 1_000;

    /**
     * The language of an answer: the requested language, or else the one that the client prefers, or else English.
     *
     * @param asked the parameter lang, as sent
     * @param accepted the header Accept-Language, as sent
     */
    static Language of(@Nullable String asked, @Nullable String accepted, QueryParameters query) {
        if (asked != null) {
            Language read = query.read("lang", asked, Language::parse);
            return read == null ? EN : read;
        }
        if (accepted == null || accepted.length() > LONGEST_HEADER) {
            return EN;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(EN.locale(), ZH.locale()));
            return best == null ? EN : parse(best.getLanguage());
        } catch (IllegalArgumentException malformed) {
            return EN; // ignores an unreadable header
        }
    }

    private static Language parse(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("must be en or zh"));
    }
}
