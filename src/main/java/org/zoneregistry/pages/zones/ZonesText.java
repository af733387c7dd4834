package org.zoneregistry.pages.zones;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about zones; in Chinese in {@code messages/zones_zh.properties}. */
@MessageBundle("zones")
public interface ZonesText {
    @Message("Search by name or code, in either language")
    String search();

    @Message("Find")
    String find();

    @Message("Type")
    String type();

    @Message("Status")
    String status();

    @Message("Province")
    String province();

    @Message("Region")
    String region();

    @Message("any")
    String any();

    @Message("Sort by")
    String sortBy();

    @Message("name")
    String byName();

    @Message("code")
    String byCode();

    @Message("province")
    String byProvince();

    @Message("day of establishment")
    String byEstablished();

    @Message("area, the largest first")
    String byArea();

    @Message("{shown} of {total} {#if total eq 1}zone{#else}zones{/if}")
    String count(int shown, int total);

    @Message("Zone")
    String zone();

    @Message("Established")
    String established();

    @Message("Area in km²")
    String area();

    @Message("No zone matches.")
    String none();

    @Message("What was known, and when")
    String bitemporal();

    @Message("Across: the days of the world. Down: what the registry knew, event by event."
            + " Each field is a state; hatched are days on which it may have begun already."
            + " A click pins both times. The strip below is the timeline as known at the chosen position; the strip on"
            + " the right is what was known of the chosen day. The dotted line is each day as it was known that day.")
    String bitemporalHint();

    @Message("Each day as it was known that day")
    String diagonal();

    @Message("position {position}")
    String position(long position);

    @Message("From")
    String from();

    @Message("Until")
    String until();

    @Message("Known from")
    String knownFrom();

    @Message("Known until")
    String knownUntil();

    @Message("Name")
    String name();

    @Message("As known at this position, the zone was not established on this day. Its other states are below.")
    String notThen();

    @Message("As known at this position, there is no such zone: what was recorded of it was withdrawn."
            + " Below are the states that were known before.")
    String notAnyMore();

    @Message("Recorded by")
    String because();

    @Message("Before and after")
    String family();

    @Message("It has absorbed no zone, and none has absorbed it.")
    String noFamily();

    @Message("An arrow leads from a zone to the zone that it became part of.")
    String familyHint();

    @Message("The zone")
    String became();

    @Message("became part of")
    String partOf();

    @Message("Trade")
    String trade();

    @Message("Year")
    String year();

    @Message("Imports")
    String imports();

    @Message("Exports")
    String exports();

    @Message("Not separated")
    String undirected();

    @Message("Total")
    String total();

    @Message("Entries")
    String entries();

    @Message("Parts of the year")
    String covers();

    @Message("No trade of this zone is recorded.")
    String noTrade();

    @Message("Diagnosis of {year}")
    String diagnosis(int year);

    @Message("Finding")
    String finding();

    @Message("Verdict")
    String verdict();

    @Message("Rests on")
    String restsOn();

    @Message("There is too little trade of this zone in the registry to diagnose it.")
    String noDiagnosis();

    @Message("History")
    String history();

    @Message("Recorded")
    String recorded();

    @Message("Effective")
    String effective();

    @Message("What")
    String what();

    @Message("Who, why, and by what source")
    String who();

    @Message("withdrawn by {position}")
    String withdrawn(long position);

    @Message("amended by {position}")
    String amended(long position);

    @Message("about other zones since")
    String elsewhere();

    @Message("Amend")
    String amend();

    @Message("Evidence")
    String evidence();

    @Message("A file that proves this answer. Its readers need to trust only the registry's key.")
    String evidenceHint();

    @Message("There is no evidence for this day, because the zone was not established on it.")
    String noEvidence();

    @Message("Download the evidence")
    String download();

    @Message("Verify in the browser")
    String verify();

    @Message("Compare with another time")
    String compare();

    @Message("Change this zone")
    String change();
}
