package org.zoneregistry.log;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.log.PendingAppend.Condition;

/** The criteria of commands as arguments of {@code append_commands}: grouped by kind, one column for each member. */
final class BatchCriteria {

    /**
     * The usual largest distance between a decision's marker and the head. The function looks at twice as many events.
     */
    private static final int RECENT_POSITIONS = 500;

    private final CriteriaColumns others = new CriteriaColumns();
    private final Map<List<String>, Integer> lists = new LinkedHashMap<>();
    private final List<Integer> tagCommand = new ArrayList<>();
    private final List<String> tag = new ArrayList<>();
    private final List<Integer> tagList = new ArrayList<>();
    private final List<Long> tagMarker = new ArrayList<>();
    private final List<Integer> absentCommand = new ArrayList<>();
    private final List<String> absentTag = new ArrayList<>();
    private long latest;

    private BatchCriteria(long reached) {
        latest = reached;
    }

    /**
     * The conditions of commands, numbered from 1.
     *
     * @param reached a position that the log has reached
     */
    static BatchCriteria of(List<PendingAppend> commands, long reached) {
        BatchCriteria all = new BatchCriteria(reached);
        for (int i = 0; i < commands.size(); i++) {
            Condition condition = commands.get(i).condition;
            for (Criterion criterion : condition.criteria()) {
                all.add(i + 1, criterion, condition.marker(criterion));
            }
        }
        return all;
    }

    private void add(int command, Criterion criterion, long marker) {
        latest = Math.max(latest, marker);
        if (criterion.tags().size() == 1 && !criterion.types().isEmpty()) {
            tagCommand.add(command);
            tag.add(criterion.tags().getFirst());
            tagList.add(lists.computeIfAbsent(criterion.types(), types -> lists.size() + 1));
            tagMarker.add(marker);
        } else if (criterion.isOneTag() && marker == 0) {
            absentCommand.add(command);
            absentTag.add(criterion.tags().getFirst());
        } else {
            others.add(command, criterion, marker);
        }
    }

    /** The tags that no event may have yet. */
    List<String> absent() {
        return absentTag;
    }

    /** The position after which the function checks every event: the oldest marker among the recent decisions. */
    long since() {
        long since = latest;
        for (long marker : tagMarker) {
            if (marker >= latest - RECENT_POSITIONS) {
                since = Math.min(since, marker);
            }
        }
        return since;
    }

    void addTo(Tuple arguments) {
        others.addTypesTo(arguments);
        arguments.addArrayOfString(lists.keySet().stream()
                .map(types -> String.join(CriteriaColumns.SEPARATOR, types))
                .toArray(String[]::new));
        arguments.addLong(tagMarker.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE));
        arguments
                .addArrayOfInteger(CriteriaColumns.ints(tagCommand))
                .addArrayOfString(CriteriaColumns.strings(tag))
                .addArrayOfInteger(CriteriaColumns.ints(tagList))
                .addArrayOfLong(CriteriaColumns.longs(tagMarker));
        others.addOnlyTo(arguments);
        arguments
                .addArrayOfInteger(CriteriaColumns.ints(absentCommand))
                .addArrayOfString(CriteriaColumns.strings(absentTag));
        others.addAllTo(arguments);
    }
}
