package org.zoneregistry.pages.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The numbers of live zones by day, and the states of the registry's knowledge.
 *
 * @param areas stacked areas, the lowest first
 * @param years the marks of the axis
 * @param now the x coordinate of the day in the world, or of the nearest day of the axis
 * @param first the first day of the axis
 * @param days the number of days of the axis
 * @param today the day in the world as a number of days since the first, or the nearest day of the axis
 * @param rows the numbers at the end of each year
 * @param isBefore whether the day in the world is before the first day of the axis
 * @param isAfter whether it is after the last
 * @param states the signed states of knowledge and the shown one, evenly spaced
 */
@TemplateData
public record TimeBar(
        List<Area> areas,
        List<Mark> years,
        String now,
        LocalDate first,
        long days,
        long today,
        List<Row> rows,
        boolean isBefore,
        boolean isAfter,
        List<State> states) {

    static final int WIDTH = 960;
    static final int HEIGHT = 200;

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final int YEARS_BETWEEN_MARKS = 5;

    /** The types in the order of the stack. The first one is the type that most zones became. */
    private static final List<String> TYPES = List.of(
            "comprehensive-bonded-zone",
            "bonded-zone",
            "export-processing-zone",
            "bonded-logistics-park",
            "bonded-port-zone",
            "cross-border-industrial-zone");

    private static final List<String> MEMBERS = List.of(
            "comprehensiveBondedZones",
            "bondedZones",
            "exportProcessingZones",
            "bondedLogisticsParks",
            "bondedPortZones",
            "crossBorderIndustrialZones");

    /** The zones of a type as a polygon. */
    @TemplateData
    public record Area(String type, String name, String points) {}

    /** A year on the axis. */
    @TemplateData
    public record Mark(String x, int year, String href) {}

    /** The numbers at the end of a year. */
    @TemplateData
    public record Row(int year, String href, List<Integer> numbers, int zones) {}

    /**
     * A state of the registry's knowledge.
     *
     * @param isSigned whether there is a checkpoint of it
     */
    @TemplateData
    public record State(long position, String when, String href, boolean isShown, boolean isSigned) {}

    static TimeBar of(Visit visit, JsonNode overTime, JsonNode checkpoints) {
        List<JsonNode> changes = changes(overTime);
        LocalDate last = visit.today();
        var scale = new Scale(FIRST, last, most(changes));
        var areas = new ArrayList<Area>();
        for (int type = 0; type < TYPES.size(); type++) {
            areas.add(new Area(
                    TYPES.get(type), Vocabulary.of(TYPES.get(type), visit.language()), scale.points(changes, type)));
        }
        var rows = new ArrayList<Row>();
        var years = new ArrayList<Mark>();
        for (int year = FIRST.getYear(); year <= last.getYear(); year++) {
            LocalDate end = LocalDate.of(year, 12, 31);
            JsonNode numbers = on(changes, end);
            if (numbers != null && !end.isAfter(last)) {
                rows.add(new Row(
                        year,
                        visit.onDay(end),
                        MEMBERS.stream()
                                .map(member -> numbers.path(member).asInt())
                                .toList(),
                        numbers.path("zones").asInt()));
            }
            if (year % YEARS_BETWEEN_MARKS == 0) {
                years.add(new Mark(scale.x(LocalDate.of(year, 1, 1)), year, visit.onDay(LocalDate.of(year, 12, 31))));
            }
        }
        long days = ChronoUnit.DAYS.between(FIRST, last);
        return new TimeBar(
                areas,
                years,
                scale.x(visit.validAt()),
                FIRST,
                days,
                Math.clamp(ChronoUnit.DAYS.between(FIRST, visit.validAt()), 0, days),
                rows,
                visit.validAt().isBefore(FIRST),
                visit.validAt().isAfter(last),
                states(visit, checkpoints));
    }

    /** How many zones are live at the end of a year. */
    static int live(JsonNode overTime, String year) {
        JsonNode numbers = on(changes(overTime), LocalDate.of(Integer.parseInt(year), 12, 31));
        return numbers == null ? 0 : numbers.path("zones").asInt();
    }

    private static List<JsonNode> changes(JsonNode overTime) {
        List<JsonNode> changes = new ArrayList<>();
        overTime.path("days").forEach(changes::add);
        return changes;
    }

    /** The handle for knowledge must stand at the shown position, even if no checkpoint has it. */
    private static List<State> states(Visit visit, JsonNode checkpoints) {
        var states = new ArrayList<State>();
        for (JsonNode checkpoint : checkpoints) {
            long size = checkpoint.path("treeSize").asLong();
            states.add(new State(
                    size,
                    visit.moment(Instant.parse(checkpoint.path("issuedAt").asText())),
                    visit.atPosition(size),
                    size == visit.position(),
                    true));
        }
        if (states.stream().noneMatch(State::isShown)) {
            states.add(
                    new State(visit.position(), visit.knownSince(), visit.atPosition(visit.position()), true, false));
        }
        states.sort(Comparator.comparingLong(State::position));
        return states;
    }

    private static int most(List<JsonNode> changes) {
        return changes.stream().mapToInt(day -> day.path("zones").asInt()).max().orElse(1);
    }

    /** The numbers on a day: the last change up to it. */
    private static @Nullable JsonNode on(List<JsonNode> changes, LocalDate day) {
        JsonNode held = null;
        for (JsonNode change : changes) {
            if (LocalDate.parse(change.path("validAt").asText()).isAfter(day)) {
                break;
            }
            held = change;
        }
        return held;
    }

    /** Converts days and numbers to coordinates. */
    private record Scale(LocalDate first, LocalDate last, int most) {

        String x(LocalDate day) {
            long all = ChronoUnit.DAYS.between(first, last);
            long passed = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, all);
            return Long.toString(passed * WIDTH / all);
        }

        private String y(int number) {
            return Long.toString(HEIGHT - (long) number * HEIGHT / most);
        }

        /** The outline: the upper edge from left to right, then the lower edge back. */
        String points(List<JsonNode> changes, int type) {
            var upper = new StringBuilder();
            var lower = new ArrayList<String>();
            int below = 0;
            int above = 0;
            for (JsonNode change : changes) {
                LocalDate day = LocalDate.parse(change.path("validAt").asText());
                if (day.isAfter(last)) {
                    break;
                }
                String x = x(day);
                upper.append(x).append(',').append(y(above)).append(' ');
                lower.add(x + ',' + y(below));
                below = sum(change, type);
                above = below + change.path(MEMBERS.get(type)).asInt();
                upper.append(x).append(',').append(y(above)).append(' ');
                lower.add(x + ',' + y(below));
            }
            upper.append(WIDTH)
                    .append(',')
                    .append(y(above))
                    .append(' ')
                    .append(WIDTH)
                    .append(',')
                    .append(y(below));
            lower.reversed().forEach(point -> upper.append(' ').append(point));
            return upper.toString();
        }

        private static int sum(JsonNode change, int types) {
            int sum = 0;
            for (int type = 0; type < types; type++) {
                sum += change.path(MEMBERS.get(type)).asInt();
            }
            return sum;
        }
    }
}
