package org.zoneregistry.pages;

import org.jspecify.annotations.Nullable;

/**
 * The subject of a page.
 *
 * @param section the entry of the navigation
 * @param en the subject in English, such as "The zones"
 * @param zh the subject in Chinese
 * @param dated whether the page has a day in the world
 * @param json the request for the page's data
 * @param rows the request for the page's rows; null if it has none
 */
public record Subject(
        String section,
        String en,
        String zh,
        boolean dated,
        String json,
        @Nullable String rows) {

    String title(Visit visit) {
        return visit.language().pick(en, zh);
    }

    /** The subject with both times, as a sentence. */
    String sentence(Visit visit) {
        boolean isChinese = visit.language() == Language.ZH;
        return sentence(visit, visit.isPinned() ? known(visit) : isChinese ? "按今日所知" : "as known today");
    }

    /** The sentence to quote. It stays true, whatever is recorded later. */
    String lastingSentence(Visit visit) {
        return sentence(visit, known(visit));
    }

    private String sentence(Visit visit, String known) {
        if (visit.language() == Language.ZH) {
            return (dated ? visit.validDay() + "的" : "") + zh + "，" + known;
        }
        return en + (dated ? " on " + visit.validDay() : "") + ", " + known;
    }

    private static String known(Visit visit) {
        boolean isChinese = visit.language() == Language.ZH;
        if (visit.isBeforeEverything()) {
            return isChinese ? "按登记开始之前所知" : "as known before anything was recorded";
        }
        return isChinese
                ? "按登记处" + visit.knownDay() + "（第 " + visit.position() + " 号位置）所知"
                : "as known on " + visit.knownDay() + ", position " + visit.position();
    }
}
