package org.zoneregistry.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a page is about.
 *
 * @param section which entry of the navigation it belongs to
 * @param en the subject in English, such as "The zones"
 * @param zh the same in Chinese
 * @param dated whether it has a day in the world
 * @param json the request that answers what it shows
 * @param csv whether that has rows
 */
public record Subject(String section, String en, String zh, boolean dated, String json, boolean csv) {

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

    @Nullable
    String csvOrNull() {
        return csv ? json : null;
    }
}
