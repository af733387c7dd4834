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
        boolean chinese = visit.language() == Language.ZH;
        String known = visit.isPinned()
                ? chinese ? "按登记处第 " + visit.position() + " 号位置所知" : "as known at position " + visit.position()
                : chinese ? "按今日所知" : "as known today";
        if (!dated) {
            return chinese ? zh + "，" + known : en + ", " + known;
        }
        return chinese ? visit.validDay() + "的" + zh + "，" + known : en + " on " + visit.validDay() + ", " + known;
    }
}
