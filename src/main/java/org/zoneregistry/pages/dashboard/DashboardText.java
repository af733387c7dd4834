package org.zoneregistry.pages.dashboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the first page; in Chinese in {@code messages/dashboard_zh.properties}. */
@MessageBundle("dashboard")
public interface DashboardText {
    @Message("live zones")
    String liveZones();

    @Message("comprehensive bonded zones{#if share}, {share} of all{/if}")
    String ofThem(String share);

    @Message("provinces with a zone, of 31")
    String provinces();

    @Message("trade of the zones in {year}")
    String trade(int year);

    @Message("share of foreign trade in {year}")
    String share(int year);

    @Message("of the national territory; area known of {known} of {all} zones")
    String area(int known, int all);

    @Message("From six types to one")
    String overTime();

    @Message("Live zones by type since 1990. Between two days on which something changed, the numbers stay the same.")
    String overTimeHint();

    @Message("Play")
    String play();

    @Message("The day in the world")
    String worldHandle();

    @Message("What the registry knew, by position of the log")
    String knowledgeHandle();

    @Message("The chosen day, {day}, is before 1990, where this bar begins.")
    String beforeBar(String day);

    @Message("The chosen day, {day}, is in the future. This bar ends today.")
    String afterBar(String day);

    @Message("States of knowledge that were signed")
    String states();

    @Message("position {position}")
    String position(long position);

    @Message("On the last day of")
    String yearEnd();

    @Message("all")
    String all();

    @Message("Where they are")
    String where();

    @Message("One square for each of the 31 provinces, without borders.")
    String whereHint();

    @Message("zones")
    String byZones();

    @Message("trade, {year}")
    String byTrade(int year);

    @Message("share of local trade, {year}")
    String byShare(int year);

    @Message("Province")
    String province();

    @Message("Region")
    String region();

    @Message("Trade and its share of foreign trade")
    String years();

    @Message("Bars: the zones' trade. Line, with the scale on the right: its share of the foreign trade of the country."
            + " A year without a published total or entries of all zones has neither:"
            + " there the table shows the sum of the few zones that are recorded.")
    String yearsHint();

    @Message("Neither trade of the zones nor foreign trade is known at this position.")
    String noYears();

    @Message("Year")
    String year();

    @Message("Zones' trade")
    String zonesTrade();

    @Message("Foreign trade")
    String foreignTrade();

    @Message("Share")
    String shareColumn();

    @Message("Basis")
    String basis();

    @Message("Coverage")
    String coverageColumn();

    @Message("Forms of business, {year}")
    String forms(int year);

    @Message("Form of business")
    String form();

    @Message("Summed from entries")
    String summed();

    @Message("Published")
    String published();

    @Message("Nothing was recorded or published for this year.")
    String nothing();

    @Message("Imbalance between regions, {year}")
    String imbalance(int year);

    @Message("Theil index {theil}: {between} between regions, {within} within them."
            + " Gini {gini}. The largest zone, {largest}, has {share} of the trade that is recorded.")
    String imbalanceSentence(String theil, String between, String within, String gini, String largest, String share);

    @Message("These are computed from what is recorded ({covered}){#if coverage},"
            + " which covers {coverage} of the published trade{/if}. They describe only the recorded trade.")
    String imbalanceCaution(String covered, String coverage);

    @Message("Zones")
    String zones();

    @Message("Trade")
    String tradeColumn();

    @Message("Gini")
    String gini();
}
