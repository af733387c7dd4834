package org.zoneregistry.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zoneregistry.log.AppendReceipt.Appended;
import org.zoneregistry.log.KnownHistory.Seen;
import org.zoneregistry.log.PendingAppend.Condition;

/**
 * Any commands, with any events, under any criteria.
 *
 * @param seen an event that the log must have
 */
record AppendCommands(List<PendingAppend> commands, Seen seen) implements AppendCall {

    static final String SQL = "select head_before, first_recorded_at, places, sealed from append_commands("
            + IntStream.rangeClosed(1, 38).mapToObj(n -> "$" + n).collect(Collectors.joining(",")) + ")";

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Tuple arguments(UUID batch) {
        BatchCriteria criteria = BatchCriteria.of(commands, seen.position());
        Forbidding forbidding = new Forbidding(batch);
        criteria.absent().forEach(forbidding::absent);
        for (PendingAppend command : commands) {
            for (EncodedEvent event : command.events) {
                event.tags().forEach(forbidding::carried);
            }
        }
        Tuple arguments =
                AppendEvent.begin(batch, seen).addLong(criteria.since()).addArrayOfString(forbidding.keys());
        criteria.addTo(arguments);
        addDependencies(arguments);
        addEvents(arguments);
        return arguments;
    }

    /** Adds which commands must be rejected if an earlier one of the batch is accepted. */
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
        Integer[] number = new Integer[id.size()];
        Arrays.setAll(number, i -> i + 1);
        arguments.addArrayOfInteger(CriteriaColumns.ints(command)).addArrayOfInteger(number);
        arguments.addArrayOfUUID(id.toArray(UUID[]::new));
        arguments.addArrayOfString(CriteriaColumns.strings(type)).addArrayOfInteger(CriteriaColumns.ints(version));
        arguments.addArrayOfBuffer(before.toArray(Buffer[]::new)).addArrayOfBuffer(after.toArray(Buffer[]::new));
        arguments
                .addArrayOfInteger(CriteriaColumns.ints(carriedEvent))
                .addArrayOfString(CriteriaColumns.strings(carriedTag))
                .addArrayOfString(CriteriaColumns.strings(carriedType));
    }

    @Override
    public List<AppendOutcome> outcomes(Row row) {
        long headBefore = row.getLong(0);
        Instant first = row.getOffsetDateTime(1).toInstant();
        Integer[] places = row.getArrayOfIntegers(2);
        Set<Integer> sealed = new HashSet<>(Arrays.asList(row.getArrayOfIntegers(3)));
        List<AppendOutcome> outcomes = new ArrayList<>(commands.size());
        int next = 0;
        for (int i = 0; i < commands.size(); i++) {
            PendingAppend command = commands.get(i);
            List<Appended> appended = new ArrayList<>(command.events.size());
            for (EncodedEvent event : command.events) {
                int place = places[next++];
                if (place > 0) {
                    Instant recordedAt = first.plus(place - 1L, ChronoUnit.MICROS);
                    appended.add(new Appended(event.id(), event.type(), headBefore + place, recordedAt));
                }
            }
            if (!appended.isEmpty()) {
                outcomes.add(AppendOutcome.appended(command, appended));
            } else {
                outcomes.add(sealed.contains(i + 1) ? AppendOutcome.sealed(command) : AppendOutcome.conflict(command));
            }
        }
        return outcomes;
    }
}
