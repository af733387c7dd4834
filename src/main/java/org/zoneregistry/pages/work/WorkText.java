package org.zoneregistry.pages.work;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page for commands; in Chinese in {@code messages/work_zh.properties}. */
@MessageBundle("work")
public interface WorkText {
    @Message("What do you want to record?")
    String which();

    @Message("Choose")
    String choose();

    @Message("Fields with * are required. Empty fields are left out.")
    String required();

    @Message("Preview")
    String preview();

    @Message("Record")
    String send();

    @Message("A preview decides the command and records nothing.")
    String previewHint();

    @Message("It would record:")
    String would();

    @Message("In the timeline of {zone}, this would change:")
    String changes(String zone);

    @Message("In the timeline of {zone}, nothing would change.")
    String noChanges(String zone);

    @Message("Days")
    String days();

    @Message("What")
    String what();

    @Message("Now")
    String now();

    @Message("Then")
    String then();

    @Message("It is recorded, at position:")
    String recorded();

    @Message("It is recorded already; nothing would change.")
    String already();

    @Message("It is refused:")
    String refused();

    @Message("Import a file of trade entries")
    String imports();

    @Message("CSV or JSON lines. Drop the file here, or choose it. Good lines are recorded, bad lines are listed.")
    String importsHint();

    @Message("File")
    String file();

    @Message("Import")
    String start();

    @Message("Line")
    String line();

    @Message("Why it is refused")
    String why();

    @Message("lines read")
    String linesRead();

    @Message("recorded")
    String linesRecorded();

    @Message("there already")
    String linesThere();

    @Message("refused")
    String linesRefused();

    @Message("Imports so far")
    String imported();

    @Message("The refused lines as a file, to correct and send again")
    String refusedFile();

    @Message("What is running")
    String jobs();

    @Message("Imports, rebuilds of read models, and verifications, on all nodes. Load the page again to see more.")
    String jobsHint();

    @Message("Nothing is running.")
    String noJobs();

    @Message("Job")
    String job();

    @Message("Of")
    String subject();

    @Message("Done")
    String done();

    @Message("Seconds left")
    String left();

    @Message("Started")
    String started();

    @Message("State")
    String state();

    @Message("No file was imported yet.")
    String none();

    @Message("Read models")
    String projections();

    @Message("Name")
    String name();

    @Message("Position")
    String position();

    @Message("Behind by")
    String lag();
}
