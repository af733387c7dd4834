package org.zoneregistry.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.zoneregistry.ledger.Dataset;

/** The texts of the frame of pages; in Chinese in {@code messages/shell_zh.properties}. */
@MessageBundle("shell")
public interface ShellText {
    @Message("Zone registry")
    String registry();

    @Message("Overview")
    String dashboard();

    @Message("Zones")
    String zones();

    @Message("Briefing")
    String briefing();

    @Message("Compare")
    String compare();

    @Message("Audit")
    String audit();

    @Message("Work")
    String work();

    @Message("Skip to the content")
    String skip();

    @Message("Views")
    String views();

    @Message("in the world on")
    String worldOn();

    @Message("as the registry knew on")
    String knewOn();

    @Message("a day, or a position of the log; empty: the latest")
    String knewHint();

    @Message("Show")
    String show();

    @Message("Pin")
    String pin();

    @Message("Latest")
    String latest();

    @Message("You see what was known at position {position}, recorded on {when}.")
    String pinned(long position, String when);

    @Message("You see the registry before anything was recorded.")
    String pinnedBefore();

    @Message("Back to the latest")
    String back();

    @Message("Cite this")
    String cite();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("This view as")
    String viewAs();

    @Message("As known at position {position} of the log, recorded on {when}.")
    String computedFrom(long position, String when);

    @Message("As known before anything was recorded.")
    String computedFromNothing();

    @Message("中文")
    String otherLanguage();

    @Message("The API")
    String api();

    @Message("This page could not be shown")
    String refused();

    @Message("To the overview")
    String home();

    @Message("Figures of this chart as a table")
    String figures();

    @Message("Open access: whoever reaches this registry does everything as the user local, without a token.")
    String open();

    @Message(Dataset.NOTICE)
    String illustrative();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();
}
