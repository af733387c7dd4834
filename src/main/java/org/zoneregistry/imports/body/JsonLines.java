package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.StrictJson;
import org.zoneregistry.http.problem.ProblemException;

/**
 * A file with one JSON object in each line. A line that is not JSON is refused; reading continues with the next one.
 */
final class JsonLines implements Lines {

    private static final List<EntryColumn> COLUMNS = EntryColumn.all().stream()
            .filter(column -> column != EntryColumn.PROBLEM)
            .toList();
    private static final List<String> TITLES =
            COLUMNS.stream().map(EntryColumn::title).toList();
    private static final List<String> UNKNOWN =
            COLUMNS.stream().map(column -> "").toList();

    private final TextLines lines;
    private final StrictJson json;

    JsonLines(InputStream body, StrictJson json) {
        this.lines = new TextLines(body);
        this.json = json;
    }

    @Override
    public List<String> columns() {
        return TITLES;
    }

    @Override
    public @Nullable Line next() throws IOException {
        if (!lines.next()) {
            return null;
        }
        return lines.isTooLong()
                ? new Line.WithoutEntry(lines.number(), UNKNOWN, LineRejections.tooLong())
                : read(lines.bytes());
    }

    @Override
    public long blank() {
        return lines.blank();
    }

    private Line read(byte[] line) {
        EntryMembers members;
        try {
            members = json.read(line, EntryMembers.class);
        } catch (ProblemException unfit) {
            return new Line.WithoutEntry(lines.number(), UNKNOWN, LineRejections.ofLine(unfit.problem()));
        }
        var fields = COLUMNS.stream()
                .map(column -> {
                    String text = members.text(column);
                    return text == null ? "" : text;
                })
                .toList();
        return new EntryText(members::text).read(lines.number(), fields);
    }
}
