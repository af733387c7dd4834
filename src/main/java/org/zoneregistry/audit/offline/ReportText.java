package org.zoneregistry.audit.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import org.zoneregistry.http.JsonForms;

/** The printed form of a report. */
final class ReportText {

    static final ObjectMapper JSON = JsonForms.mapper();

    private ReportText() {}

    static String json(Object report) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(Report report) {
        var text = new StringBuilder();
        if (!report.proved()) {
            text.append("NOT PROVED\n");
            report.failures().forEach(failure -> text.append(failure).append('\n'));
            return text.toString();
        }
        text.append("PROVED\n");
        Report.Committed checkpoint = report.checkpoint();
        if (checkpoint != null) {
            line(text, "log", checkpoint.origin());
            line(text, "signed by", checkpoint.signedBy());
            line(text, "checkpoint", checkpoint.size() + " events, root " + checkpoint.root());
        }
        line(text, "read", report.events() + " events");
        if (!report.grown().isEmpty()) {
            line(
                    text,
                    "grown from",
                    report.grown().stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + " events, unchanged");
        }
        if (report.notCovered() > 0) {
            line(
                    text,
                    "not covered",
                    "the last " + report.notCovered()
                            + " events: they come after the checkpoint, and nothing is proved about them");
        }
        Report.Answer answer = report.answer();
        if (answer != null) {
            line(text, "answer", "on " + answer.validAt() + ", as known at position " + answer.knownAt());
            answer(text, answer);
        }
        if (report.limits() != null) {
            text.append(report.limits()).append('\n');
        }
        return text.toString();
    }

    private static void answer(StringBuilder text, Report.Answer answer) {
        if (answer.live() != null) {
            answer.live().forEach((type, count) -> line(text, "", count + " " + type));
            line(
                    text,
                    "",
                    answer.live().values().stream().mapToLong(Long::longValue).sum() + " live zones in all");
        } else {
            text.append(answer.zone() == null ? "There was no such zone.\n" : json(answer.zone()) + '\n');
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-12s %s%n".formatted(name, value));
    }
}
