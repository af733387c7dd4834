package org.zoneregistry.pages.compare;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of comparisons; in Chinese in {@code messages/compare_zh.properties}. */
@MessageBundle("compare")
public interface CompareText {
    @Message("Compared with the registry on")
    String with();

    @Message("as it knew on")
    String knew();

    @Message("Zone (its code; empty: all)")
    String zone();

    @Message("Compare")
    String compare();

    @Message("Nothing differs.")
    String nothing();

    @Message("Only differences are shown. Zones with differences: {zones}.")
    String differing(int zones);

    @Message("More than {most} zones differ. The first ones are shown.")
    String more(int most);

    @Message("What")
    String what();

    @Message("Then: {day}, position {position}")
    String then(String day, long position);

    @Message("Now: {day}, position {position}")
    String now(String day, long position);

    @Message("Events that caused the difference")
    String events();

    @Message("added")
    String added();

    @Message("removed")
    String removed();

    @Message("changed")
    String changed();

    @Message("it became known in between")
    String recordedBetween();

    @Message("its day lies in between")
    String effectiveBetween();

    @Message("Then and now of a figure")
    String vintages();

    @Message("A restated figure has vintages: the first printed value, and each revision.")
    String vintagesHint();

    @Message("The value by what was known. From left to right: each vintage, with the time since it was known.")
    String chart();

    @Message("Figure")
    String figure();

    @Message("Trade of all zones, summed from entries")
    String zonesTrade();

    @Message("Trade of the zones, published")
    String published();

    @Message("Trade of the comprehensive zones, published")
    String comprehensive();

    @Message("Foreign trade, published")
    String foreign();

    @Message("Territory (of a published figure)")
    String territory();

    @Message("Form of business")
    String form();

    @Message("all")
    String allForms();

    @Message("Trade of the zone above, summed from entries")
    String zoneTrade();

    @Message("Year")
    String year();

    @Message("Show")
    String show();

    @Message("Known since")
    String since();

    @Message("Value")
    String value();

    @Message("Revision")
    String revision();

    @Message("Drift since the first")
    String drift();

    @Message("By")
    String by();

    @Message("This figure is unknown.")
    String none();

    @Message("withdrawn")
    String withdrawn();
}
