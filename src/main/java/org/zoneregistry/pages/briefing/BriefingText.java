package org.zoneregistry.pages.briefing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the briefing; in Chinese in {@code messages/briefing_zh.properties}. */
@MessageBundle("briefing")
public interface BriefingText {
    @Message("What was stated about the zones, and what the registry computes")
    String lead();

    @Message("Zones are counted on {day}; trade is of {year}.")
    String counted(String day, int year);

    @Message("Claim")
    String claim();

    @Message("Stated")
    String stated();

    @Message("Computed")
    String computed();

    @Message("Difference")
    String difference();

    @Message("Basis")
    String basis();

    @Message("not in the data")
    String notInData();

    @Message("entries cover {coverage}")
    String coverage(String coverage);

    @Message("Footnotes")
    String footnotes();

    @Message("Each number is the answer to a request. Anyone can send it again, and gets the same answer.")
    String footnotesHint();

    @Message("Year of the trade")
    String year();

    @Message("Show")
    String show();

    @Message("The address of this page, to be scanned")
    String scan();
}
