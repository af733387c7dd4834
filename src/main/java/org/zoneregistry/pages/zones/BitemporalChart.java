package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * All states of a zone that were ever known. The x axis has the days of the world. The y axis has the positions of the
 * log at which something became known, evenly spaced.
 *
 * <p>Two strips along the axes cut through it: the ordinary timeline, as it was known at the requested position, and
 * what was known of the requested day, position by position. The diagonal is today as it was known on the same day.
 *
 * @param fields the states as rectangles, each with its change against the one before
 * @param hatches the days on which a state may already have begun
 * @param cuts the cells of both strips
 * @param diagonal the path through each day and what was known on it; empty if no time is known
 * @param days the marks of the x axis
 * @param steps the marks of the y axis: the positions at which something became known
 * @param validX the x coordinate of the requested day
 * @param knownY the y coordinate of the requested position
 */
@TemplateData
public record BitemporalChart(
        List<Field> fields,
        List<Hatch> hatches,
        List<Cut> cuts,
        String diagonal,
        List<Mark> days,
        List<Step> steps,
        long validX,
        long knownY,
        int height) {

    static final int LEFT = 110;
    static final int WIDTH = 850;
    static final int STEP = 44;

    private static final int AXIS = 28;
    private static final int STRIP = 12;
    private static final int GAP = 6;
    private static final int YEARS_BETWEEN_MARKS = 5;

    /** A state as a rectangle: some days, and some positions. */
    @TemplateData
    public record Field(
            long x,
            long y,
            long width,
            long height,
            String type,
            String status,
            String label,
            boolean hasRoom,
            String href,
            State state) {}

    /**
     * The state in words, for the table.
     *
     * @param because the event that made it known, with who recorded it and why
     */
    @TemplateData
    public record State(
            String name,
            String type,
            String status,
            String from,
            String until,
            long knownFrom,
            String knownUntil,
            String because) {}

    /** Days on which a state may already have begun. */
    @TemplateData
    public record Hatch(long x, long y, long width, long height) {}

    /** A state in a strip along an axis. */
    @TemplateData
    public record Cut(long x, long y, long width, long height, String type, String status) {}

    /** A year. */
    @TemplateData
    public record Mark(long x, int year) {}

    /** A position at which something became known. */
    @TemplateData
    public record Step(long y, long position, String href) {}

    /**
     * Draws all states.
     *
     * @param timeline the facts that led to them
     * @param events the same facts and their corrections in words
     */
    static BitemporalChart of(
            Visit visit, String zone, JsonNode states, JsonNode timeline, List<ZoneStory.Event> events) {
        var changes = new StateChanges(visit, states, timeline);
        Map<Long, String> because = events.stream()
                .collect(Collectors.toMap(ZoneStory.Event::position, ZoneStory.Event::line, (one, same) -> one));
        var positions = new TreeSet<Long>();
        LocalDate first = visit.today();
        for (JsonNode state : states) {
            positions.add(state.path("knownFrom").asLong());
            if (state.has("knownTo")) {
                positions.add(state.path("knownTo").asLong());
            }
            LocalDate begin = day(state.path("effectiveNotBefore"));
            first = begin.isBefore(first) ? begin : first;
        }
        LocalDate last = visit.validAt().isAfter(visit.today()) ? visit.validAt() : visit.today();
        var axes = new Axes(first.withDayOfYear(1), last, List.copyOf(positions));
        var fields = new ArrayList<Field>();
        var hatches = new ArrayList<Hatch>();
        var cuts = new ArrayList<Cut>();
        for (JsonNode state : states) {
            long known = state.path("knownFrom").asLong();
            fields.add(axes.field(visit, zone, state, changes.label(state), because.getOrDefault(known, "–")));
            Hatch hatch = axes.hatch(state);
            if (hatch != null) {
                hatches.add(hatch);
            }
            cuts.addAll(axes.cuts(visit, state, fields.getLast()));
        }
        return new BitemporalChart(
                fields,
                hatches,
                cuts,
                axes.diagonal(visit, ZoneStory.recordings(timeline)),
                axes.days(),
                axes.steps(visit),
                axes.x(visit.validAt()),
                axes.y(visit.position()) + STEP / 2,
                axes.height());
    }

    /** The height of the picture, with its axis and the strip below. */
    public int box() {
        return height + AXIS + STRIP + GAP;
    }

    private static LocalDate day(JsonNode day) {
        return LocalDate.parse(day.asText());
    }

    private record Axes(LocalDate first, LocalDate last, List<Long> positions) {

        int height() {
            return positions.size() * STEP;
        }

        long x(LocalDate day) {
            long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return LEFT + Math.clamp(ChronoUnit.DAYS.between(first, day), 0, all) * WIDTH / all;
        }

        /** The upper edge of a position, or of the last mark before it. */
        long y(long position) {
            return Math.max(
                            0,
                            positions.stream()
                                            .filter(known -> known <= position)
                                            .count()
                                    - 1)
                    * STEP;
        }

        private long end(JsonNode knownTo) {
            return People.isAbsent(knownTo) ? height() : (long) positions.indexOf(knownTo.asLong()) * STEP;
        }

        Field field(Visit visit, String zone, JsonNode state, String label, String because) {
            Language language = visit.language();
            People people = visit.people();
            LocalDate from = day(state.path("validFrom"));
            long x = x(from);
            long until = state.has("validTo") ? x(day(state.path("validTo"))) : LEFT + WIDTH;
            long y = y(state.path("knownFrom").asLong());
            String type = Vocabulary.of(state.path("type").asText(), language);
            String status = Vocabulary.of(state.path("status").asText(), language);
            return new Field(
                    x,
                    y,
                    Math.max(1, until - x),
                    end(state.path("knownTo")) - y,
                    state.path("type").asText(),
                    state.path("status").asText(),
                    label,
                    until - x > (long) label.length() * (language == Language.ZH ? 12 : 6) + 12,
                    visit.at("/zones/" + zone, from, state.path("knownFrom").asLong()),
                    new State(
                            ZoneName.of(state, language),
                            type,
                            status,
                            people.days(state.path("effectiveNotBefore"), state.path("effectiveOn")),
                            state.has("validTo") ? people.day(day(state.path("validTo"))) : "–",
                            state.path("knownFrom").asLong(),
                            state.path("knownTo").asText("–"),
                            because));
        }

        @Nullable
        Hatch hatch(JsonNode state) {
            LocalDate from = day(state.path("validFrom"));
            LocalDate notBefore = day(state.path("effectiveNotBefore"));
            if (!notBefore.isBefore(from) || !state.path("effectiveOn").asText().equals(from.toString())) {
                return null;
            }
            long y = y(state.path("knownFrom").asLong());
            return new Hatch(x(notBefore), y, Math.max(1, x(from) - x(notBefore)), end(state.path("knownTo")) - y);
        }

        /** The parts of the strips that show the state: it was known at the position, or is that of the day. */
        List<Cut> cuts(Visit visit, JsonNode state, Field field) {
            var cuts = new ArrayList<Cut>();
            if (state.path("knownFrom").asLong() <= visit.position()
                    && visit.position() < state.path("knownTo").asLong(Long.MAX_VALUE)) {
                cuts.add(new Cut(field.x(), height() + AXIS, field.width(), STRIP, field.type(), field.status()));
            }
            if (!day(state.path("validFrom")).isAfter(visit.validAt())
                    && (!state.has("validTo") || day(state.path("validTo")).isAfter(visit.validAt()))) {
                cuts.add(new Cut(LEFT + WIDTH + GAP, field.y(), STRIP, field.height(), field.type(), field.status()));
            }
            return cuts;
        }

        /** From each event, on the day on which it was recorded, to the next one, and to today. */
        String diagonal(Visit visit, Map<Long, Instant> recorded) {
            var path = new StringBuilder();
            for (int i = 0; i < positions.size(); i++) {
                Instant at = recorded.get(positions.get(i));
                if (at != null) {
                    path.append(path.isEmpty() ? 'M' : 'L')
                            .append(x(visit.dayOf(at)))
                            .append(' ')
                            .append(i * STEP);
                }
            }
            return path.isEmpty()
                    ? ""
                    : path.append('L')
                            .append(x(visit.today()))
                            .append(' ')
                            .append(height())
                            .toString();
        }

        List<Mark> days() {
            var marks = new ArrayList<Mark>();
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                if (year % YEARS_BETWEEN_MARKS == 0) {
                    marks.add(new Mark(x(LocalDate.of(year, 1, 1)), year));
                }
            }
            return marks;
        }

        List<Step> steps(Visit visit) {
            return positions.stream()
                    .map(position -> new Step(y(position), position, visit.atPosition(position)))
                    .toList();
        }
    }
}
