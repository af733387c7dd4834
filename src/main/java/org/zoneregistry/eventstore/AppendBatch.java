package org.zoneregistry.eventstore;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.AppendReceipt.Appended;
import org.zoneregistry.eventstore.PendingAppend.Condition;

/**
 * Commands that share one transaction: the call that appends them, and what its answer means for each. What comes alone
 * is appended by the shortest of three functions that can check its condition.
 */
final class AppendBatch {

    /** Which function is called. */
    enum Form {
        /** One event at the position after a known head, under criteria that are known to hold up to there. */
        NEXT("select append_next($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)"),
        /** One event under criteria of one tag each. */
        ONE("select event_position, event_recorded_at, sealed from append_event($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)"),
        /** Anything. */
        ANY("select head_before, first_recorded_at, positions, sealed from append_events("
                + "$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,"
                + "$27,$28,$29)");

        final String sql;

        Form(String sql) {
            this.sql = sql;
        }

        static String[] statements() {
            return Arrays.stream(values()).map(form -> form.sql).toArray(String[]::new);
        }
    }

    /** What becomes of one command: a receipt or a rejection. */
    record Outcome(
            PendingAppend command,
            @Nullable AppendReceipt receipt,
            @Nullable Exception rejection) {}

    final UUID id;
    final List<PendingAppend> commands;
    private final CriteriaColumns conditions;
    private final @Nullable LogHead head;
    private final Form form;

    /**
     * Makes a batch.
     *
     * @param head the head of the log, if nobody else has appended since the caller did; null where it isn't known
     */
    AppendBatch(UUID id, List<PendingAppend> commands, @Nullable LogHead head) {
        this.id = id;
        this.commands = commands;
        this.head = head;
        this.conditions = conditions();
        this.form = form();
    }

    private Form form() {
        if (commands.size() != 1
                || commands.getFirst().events.size() != 1
                || commands.getFirst().alone
                || !conditions.areOfSingleTags()) {
            return Form.ANY;
        }
        return head != null && holdsAt(head, commands.getFirst().condition) ? Form.NEXT : Form.ONE;
    }

    /** Whether nothing can match up to the head but tags that nothing must carry. */
    private static boolean holdsAt(LogHead head, Condition condition) {
        for (Criterion criterion : condition.criteria()) {
            long marker = condition.marker(criterion);
            boolean isAbsence = marker == 0 && criterion.types().isEmpty();
            if (marker < head.position() ? !isAbsence : marker > head.position()) {
                return false;
            }
        }
        return true;
    }

    /** Whether another function could yet append where this one fails. */
    boolean isShort() {
        return form != Form.ANY;
    }

    /** Whether the listeners are notified by the function itself. */
    boolean announcesItself() {
        return form == Form.ANY;
    }

    String sql() {
        return form.sql;
    }

    Tuple arguments() {
        Tuple arguments = Tuple.of(id);
        switch (form) {
            case NEXT -> {
                LogHead known = requireNonNull(head);
                arguments
                        .addLong(known.position())
                        .addOffsetDateTime(known.recordedAt().atOffset(ZoneOffset.UTC))
                        .addArrayOfString(tagsAbsentAt(known.position()));
                addEvent(commands.getFirst().events.getFirst(), arguments);
            }
            case ONE -> {
                conditions.addTagsTo(arguments);
                addEvent(commands.getFirst().events.getFirst(), arguments);
            }
            case ANY -> {
                conditions.addTo(arguments);
                addDependencies(arguments);
                addEvents(arguments);
            }
        }
        return arguments;
    }

    private String[] tagsAbsentAt(long position) {
        Condition condition = commands.getFirst().condition;
        return condition.criteria().stream()
                .filter(criterion -> condition.marker(criterion) < position)
                .flatMap(criterion -> criterion.tags().stream())
                .toArray(String[]::new);
    }

    private CriteriaColumns conditions() {
        CriteriaColumns columns = new CriteriaColumns();
        for (int i = 0; i < commands.size(); i++) {
            Condition condition = commands.get(i).condition;
            for (Criterion criterion : condition.criteria()) {
                columns.add(i + 1, criterion, condition.marker(criterion));
            }
        }
        return columns;
    }

    /** Which commands would be rejected if an earlier one of the batch is accepted. */
    private void addDependencies(Tuple arguments) {
        List<Integer> depends = new ArrayList<>();
        List<Integer> on = new ArrayList<>();
        Map<String, List<Integer>> byTag = new HashMap<>();
        Map<String, List<Integer>> byType = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            for (int earlier : candidates(commands.get(i).condition, i, byTag, byType)) {
                depends.add(i + 1);
                on.add(earlier + 1);
            }
            for (EncodedEvent event : commands.get(i).events) {
                for (String tag : event.tags()) {
                    byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(i);
                }
                byType.computeIfAbsent(event.type(), t -> new ArrayList<>()).add(i);
            }
        }
        arguments.addArrayOfInteger(CriteriaColumns.ints(depends)).addArrayOfInteger(CriteriaColumns.ints(on));
    }

    private Set<Integer> candidates(
            Condition condition, int index, Map<String, List<Integer>> byTag, Map<String, List<Integer>> byType) {
        Set<Integer> found = new TreeSet<>();
        for (Criterion criterion : condition.criteria()) {
            if (criterion.isAny()) {
                for (int earlier = 0; earlier < index; earlier++) {
                    found.add(earlier);
                }
            } else if (criterion.tags().isEmpty()) {
                criterion.types().forEach(type -> found.addAll(byType.getOrDefault(type, List.of())));
            } else {
                for (int earlier : byTag.getOrDefault(criterion.tags().getFirst(), List.of())) {
                    if (commands.get(earlier).events.stream().anyMatch(criterion::matches)) {
                        found.add(earlier);
                    }
                }
            }
        }
        return found;
    }

    private void addEvents(Tuple arguments) {
        List<Integer> command = new ArrayList<>();
        List<UUID> id = new ArrayList<>();
        List<String> type = new ArrayList<>();
        List<Integer> version = new ArrayList<>();
        List<Buffer> before = new ArrayList<>();
        List<Buffer> after = new ArrayList<>();
        List<Integer> carriedEvent = new ArrayList<>();
        List<String> carriedTag = new ArrayList<>();
        List<String> carriedType = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            for (EncodedEvent event : commands.get(i).events) {
                command.add(i + 1);
                id.add(event.id());
                type.add(event.type());
                version.add(event.version());
                before.add(Buffer.buffer(event.before()));
                after.add(Buffer.buffer(event.after()));
                for (String tag : event.tags()) {
                    carriedEvent.add(id.size());
                    carriedTag.add(tag);
                    carriedType.add(event.type());
                }
            }
        }
        arguments.addArrayOfInteger(CriteriaColumns.ints(command)).addArrayOfUUID(id.toArray(UUID[]::new));
        arguments.addArrayOfString(CriteriaColumns.strings(type)).addArrayOfInteger(CriteriaColumns.ints(version));
        arguments.addArrayOfBuffer(before.toArray(Buffer[]::new)).addArrayOfBuffer(after.toArray(Buffer[]::new));
        arguments
                .addArrayOfInteger(CriteriaColumns.ints(carriedEvent))
                .addArrayOfString(CriteriaColumns.strings(carriedTag))
                .addArrayOfString(CriteriaColumns.strings(carriedType));
    }

    private static void addEvent(EncodedEvent event, Tuple arguments) {
        arguments
                .addUUID(event.id())
                .addString(event.type())
                .addInteger(event.version())
                .addBuffer(Buffer.buffer(event.before()))
                .addBuffer(Buffer.buffer(event.after()))
                .addArrayOfString(CriteriaColumns.strings(event.tags()));
    }

    /** Whether the answer says what becomes of each command; else nothing was appended, and another function has to say. */
    boolean isDecidedBy(RowSet<Row> answer) {
        return form != Form.NEXT || answer.iterator().next().getValue(0) != null;
    }

    /** Reads the function's answer. */
    List<Outcome> outcomes(RowSet<Row> answer) {
        Row row = answer.iterator().next();
        return switch (form) {
            case NEXT -> List.of(outcome(requireNonNull(head).position() + 1, row.getOffsetDateTime(0)));
            case ONE -> List.of(outcome(row));
            case ANY -> outcomes(row);
        };
    }

    private Outcome outcome(long position, OffsetDateTime recordedAt) {
        PendingAppend command = commands.getFirst();
        EncodedEvent event = command.events.getFirst();
        return new Outcome(
                command,
                new AppendReceipt(List.of(new Appended(event.id(), event.type(), position, recordedAt.toInstant()))),
                null);
    }

    private Outcome outcome(Row row) {
        PendingAppend command = commands.getFirst();
        long position = row.getLong(0);
        return position > 0
                ? outcome(position, row.getOffsetDateTime(1))
                : new Outcome(command, null, row.getBoolean(2) ? sealed(command) : conflict(command));
    }

    private List<Outcome> outcomes(Row row) {
        long headBefore = row.getLong(0);
        Instant first = row.getOffsetDateTime(1).toInstant();
        Long[] positions = row.getArrayOfLongs(2);
        Set<Integer> sealed = new HashSet<>(Arrays.asList(row.getArrayOfIntegers(3)));
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        int next = 0;
        for (int i = 0; i < commands.size(); i++) {
            PendingAppend command = commands.get(i);
            List<Appended> appended = new ArrayList<>(command.events.size());
            for (EncodedEvent event : command.events) {
                long position = positions[next++];
                if (position > 0) {
                    Instant recordedAt = first.plus(position - headBefore - 1, ChronoUnit.MICROS);
                    appended.add(new Appended(event.id(), event.type(), position, recordedAt));
                }
            }
            if (!appended.isEmpty()) {
                outcomes.add(new Outcome(command, new AppendReceipt(appended), null));
            } else {
                outcomes.add(new Outcome(command, null, sealed.contains(i + 1) ? sealed(command) : conflict(command)));
            }
        }
        return outcomes;
    }

    /** Reads the answer of {@code resolve_append}; empty where nothing was appended, nor ever will be by this batch. */
    List<Outcome> resolved(RowSet<Row> answer) {
        Map<UUID, Appended> found = new HashMap<>();
        for (Row row : answer) {
            UUID event = row.getUUID(0);
            found.put(
                    event,
                    new Appended(
                            event, "", row.getLong(1), row.getOffsetDateTime(2).toInstant()));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>(commands.size());
        for (PendingAppend command : commands) {
            List<Appended> appended = new ArrayList<>(command.events.size());
            for (EncodedEvent event : command.events) {
                Appended place = found.get(event.id());
                if (place != null) {
                    appended.add(new Appended(event.id(), event.type(), place.position(), place.recordedAt()));
                }
            }
            outcomes.add(
                    appended.isEmpty()
                            ? new Outcome(command, null, conflict(command))
                            : new Outcome(command, new AppendReceipt(appended), null));
        }
        return outcomes;
    }

    UUID[] eventIds() {
        return commands.stream()
                .flatMap(command -> command.events.stream())
                .map(EncodedEvent::id)
                .toArray(UUID[]::new);
    }

    private static Exception conflict(PendingAppend command) {
        return new AppendEventsTransactionRejectedException(
                "an event that the decision did not know of matches " + command.condition.criteria());
    }

    private static Exception sealed(PendingAppend command) {
        return new TagSealedException("a tag is sealed of "
                + command.events.stream()
                        .flatMap(event -> event.tags().stream())
                        .toList());
    }
}
