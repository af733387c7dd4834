package org.zoneregistry.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.zoneregistry.imports.body.EntryColumn;
import org.zoneregistry.imports.job.ImportJobs;
import org.zoneregistry.imports.job.Refusal;

/** Refused lines as a CSV file, each with the reason in a last column. Users correct the file and send it again. */
@Singleton
final class RefusedLines {

    private static final int PAGE = 128;
    private static final String PROBLEM = EntryColumn.PROBLEM.title();

    private final ImportJobs jobs;

    RefusedLines(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /** The file, in parts that are read on demand. */
    Multi<byte[]> of(UUID job) {
        return Uni.createFrom()
                .completionStage(() -> jobs.columns(job))
                .onItem()
                .transformToMulti(columns -> {
                    int dropped = columns.indexOf(PROBLEM);
                    var header = Multi.createFrom().item(csv(List.of(row(columns, dropped, PROBLEM))));
                    return Multi.createBy().concatenating().streams(header, lines(job, dropped));
                });
    }

    private Multi<byte[]> lines(UUID job, int dropped) {
        var after = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().completionStage(() -> jobs.refusals(job, after.get(), PAGE)))
                .whilst(page -> page.size() == PAGE)
                .select()
                .where(page -> !page.isEmpty())
                .invoke(page -> after.set(page.getLast().line()))
                .map(page -> csv(page.stream()
                        .map(line -> row(line.fields(), dropped, reason(line)))
                        .toList()));
    }

    private static String reason(Refusal line) {
        return line.code() + ": " + line.detail();
    }

    /** Replaces the reason of an earlier attempt, if the file had one. */
    private static List<String> row(List<String> fields, int dropped, String last) {
        var row = new ArrayList<>(fields);
        if (dropped >= 0) {
            row.remove(dropped);
        }
        row.add(last);
        return row;
    }

    private static byte[] csv(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
