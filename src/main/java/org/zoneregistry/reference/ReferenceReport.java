package org.zoneregistry.reference;

import java.util.ArrayList;
import java.util.List;
import org.zoneregistry.commands.Outcome;
import org.zoneregistry.decision.Rejection;

/**
 * The result of loading the reference data.
 *
 * @param loaded how many commands were recorded by this load
 * @param alreadyThere how many had been recorded by an earlier one
 * @param refused the commands that were refused; none for the shipped data on an otherwise empty log
 * @param omissions the parts of the data that have no command
 */
public record ReferenceReport(int loaded, int alreadyThere, List<Refusal> refused, List<Omission> omissions) {

    public ReferenceReport {
        refused = List.copyOf(refused);
        omissions = List.copyOf(omissions);
    }

    /** A command that was refused, and why. */
    public record Refusal(ReferenceCommand command, Rejection rejection) {

        @Override
        public String toString() {
            return command.idempotencyKey() + ": " + rejection.code() + ": " + rejection.detail();
        }
    }

    /** A command and its outcome. */
    record Told(ReferenceCommand command, Outcome outcome) {}

    static ReferenceReport of(List<Told> told, List<Omission> omissions) {
        int loaded = 0;
        int alreadyThere = 0;
        var refused = new ArrayList<Refusal>();
        for (Told one : told) {
            switch (one.outcome()) {
                case Outcome.Recorded recorded -> {
                    if (recorded.replayed()) {
                        alreadyThere++;
                    } else {
                        loaded++;
                    }
                }
                case Outcome.AlreadyRecorded _ -> alreadyThere++;
                case Outcome.Refused refusal -> refused.add(new Refusal(one.command(), refusal.rejection()));
            }
        }
        return new ReferenceReport(loaded, alreadyThere, refused, omissions);
    }

    /** The report of a load that has nothing to do. */
    static ReferenceReport ofEarlierLoad(ReferenceTranslation loaded) {
        return new ReferenceReport(0, loaded.commands().size(), List.of(), loaded.omissions());
    }

    /** The report in one line. */
    public String summary() {
        long rows = omissions.stream().filter(Omission::whole).count();
        return loaded + " commands loaded, " + alreadyThere + " already there, " + refused.size() + " refused; " + rows
                + " rows left out, and " + (omissions.size() - rows) + " details of others.";
    }

    /** The full report, for a person. */
    public String text() {
        var text = new StringBuilder(summary()).append('\n');
        section(text, "Refused", refused);
        section(text, "Left out", omissions.stream().filter(Omission::whole).toList());
        section(
                text,
                "Told in part",
                omissions.stream().filter(omission -> !omission.whole()).toList());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append(":\n");
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
