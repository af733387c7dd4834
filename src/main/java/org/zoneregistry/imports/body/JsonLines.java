package org.zoneregistry.imports.body;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.body.StrictJson;
import org.zoneregistry.platform.http.problem.ProblemException;
import org.zoneregistry.platform.http.problem.ProblemType;

/** A file with one JSON object in each line. A line that is not JSON is refused, and reading goes on after it. */
final class JsonLines implements Lines {

    private static final List<EntryColumn> COLUMNS = EntryColumn.all().stream()
            .filter(column -> column != EntryColumn.PROBLEM)
            .toList();
    private static final List<String> TITLES =
            COLUMNS.stream().map(EntryColumn::title).toList();
    private static final List<String> UNKNOWN =
            COLUMNS.stream().map(column -> "").toList();

    private final BufferedInputStream body;
    private final StrictJson json;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;

    JsonLines(InputStream body, StrictJson json) {
        this.body = new BufferedInputStream(body, MOST_BYTES);
        this.json = json;
    }

    @Override
    public List<String> columns() {
        return TITLES;
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (fill()) {
            number++;
            byte[] line = bytes.toByteArray();
            if (line.length > MOST_BYTES) {
                return new Line.Illegible(
                        number,
                        UNKNOWN,
                        Refusals.of(ProblemType.BODY_TOO_LARGE, "The line has more than " + MOST_BYTES + " bytes."));
            }
            if (!isBlank(line)) {
                return read(line);
            }
        }
        return null;
    }

    private Line read(byte[] line) {
        EntryMembers members;
        try {
            members = json.read(line, EntryMembers.class);
        } catch (ProblemException unfit) {
            return new Line.Illegible(number, UNKNOWN, Refusals.of(unfit.problem()));
        }
        var fields = COLUMNS.stream()
                .map(column -> {
                    String text = members.text(column);
                    return text == null ? "" : text;
                })
                .toList();
        return new EntryText(members::text).read(number, fields);
    }

    /** Reads up to the end of a line, and keeps no more of it than shows that it is too long. */
    private boolean fill() throws IOException {
        bytes.reset();
        boolean any = false;
        try {
            for (int next = body.read(); next >= 0; next = body.read()) {
                any = true;
                if (next == '\n') {
                    return true;
                }
                if (bytes.size() <= MOST_BYTES) {
                    bytes.write(next);
                }
            }
        } catch (ZipException broken) {
            throw new MalformedFileException("The file is not valid gzip: " + broken.getMessage() + ".", number + 1);
        }
        return any;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
