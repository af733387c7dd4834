package org.zoneregistry.pages.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the audit; in Chinese in {@code messages/audit_zh.properties}. */
@MessageBundle("audit")
public interface AuditText {
    @Message("The log")
    String log();

    @Message("When it was recorded")
    String histogram();

    @Message("From the first event to the last known one. Each bar is an equal part of the time, as high as it has"
            + " events. A click lists them; drag over several bars to list the events of all.")
    String histogramHint();

    @Message("{events} {#if events eq 1}event{#else}events{/if} up to position {position}, recorded after {from} and"
            + " until {until}")
    String bar(long events, long position, String from, String until);

    @Message("Recorded after")
    String recordedAfter();

    @Message("until")
    String recordedUntil();

    @Message("Actor")
    String actor();

    @Message("After position")
    String after();

    @Message("Up to position")
    String upTo();

    @Message("Zone (its code)")
    String zone();

    @Message("Type")
    String type();

    @Message("any")
    String any();

    @Message("List")
    String list();

    @Message("Position")
    String position();

    @Message("Recorded")
    String recorded();

    @Message("Who")
    String who();

    @Message("About")
    String subject();

    @Message("Earlier")
    String earlier();

    @Message("Later")
    String later();

    @Message("No event matches.")
    String none();

    @Message("Checkpoints")
    String checkpoints();

    @Message("Each is signed, and binding for ever.")
    String checkpointsHint();

    @Message("The last one is {age} s old.")
    String lastCheckpoint(long age);

    @Message("Added")
    String added();

    @Message("Earlier checkpoints")
    String earlierCheckpoints();

    @Message("The latest checkpoints")
    String latestCheckpoints();

    @Message("Events")
    String events();

    @Message("Root")
    String root();

    @Message("Signed")
    String signed();

    @Message("Verifications")
    String verifications();

    @Message("A verification reads the whole log again, and compares it with every checkpoint and every table.")
    String verificationsHint();

    @Message("Start a verification")
    String start();

    @Message("No verification was started yet.")
    String noVerification();

    @Message("State")
    String state();

    @Message("Events checked")
    String checked();

    @Message("Findings")
    String findings();

    @Message("Verify in the browser")
    String verify();

    @Message("A page that checks evidence with a key of yours. Save it: it works from your disk, without this server.")
    String verifyHint();

    @Message("The export of the whole log")
    String export();

    @Message("The bytes that were hashed")
    String bytes();

    @Message("Tags")
    String tags();

    @Message("The path to the root")
    String path();

    @Message("Start with the leaf. Each step joins one more hash, and hashes the pair." + " The last one is the root.")
    String pathHint();

    @Message("Leaf")
    String leaf();

    @Message("Step {step}: joined with, on the {side}")
    String step(int step, String side);

    @Message("left")
    String left();

    @Message("right")
    String right();

    @Message("Root of the tree of {size} events")
    String rootOf(long size);
}
