package org.zoneregistry.log;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Criteria as arguments of the database's functions: grouped by kind, one column for each member. */
final class CriteriaColumns {

    static final String SEPARATOR = "\u001f";

    private final Kind any = new Kind();
    private final Kind type = new Kind();
    private final Kind tag = new Kind();
    private final Kind only = new Kind();
    private final Kind all = new Kind();

    private static final class Kind {
        final List<Integer> number = new ArrayList<>();
        final List<String> first = new ArrayList<>();
        final List<String> rest = new ArrayList<>();
        final List<@Nullable String> types = new ArrayList<>();
        final List<Long> after = new ArrayList<>();
    }

    /** The criteria of one command, under the number 1. */
    static CriteriaColumns of(PendingAppend.Condition condition) {
        CriteriaColumns columns = new CriteriaColumns();
        for (Criterion criterion : condition.criteria()) {
            columns.add(1, criterion, condition.marker(criterion));
        }
        return columns;
    }

    /**
     * Adds a criterion.
     *
     * @param number the caller's number for it
     * @param after only events after this position count
     */
    void add(int number, Criterion criterion, long after) {
        List<String> types = criterion.types();
        List<String> tags = criterion.tags();
        if (criterion.isAny()) {
            row(any, number, after);
        } else if (tags.isEmpty()) {
            for (String each : types) {
                row(type, number, after).first.add(each);
            }
        } else if (tags.size() > 1) {
            Kind kind = row(all, number, after);
            kind.first.add(tags.getFirst());
            kind.rest.add(String.join(SEPARATOR, tags.subList(1, tags.size())));
            kind.types.add(types.isEmpty() ? null : String.join(SEPARATOR, types));
        } else if (types.isEmpty()) {
            row(only, number, after).first.add(tags.getFirst());
        } else {
            Kind kind = row(tag, number, after);
            kind.first.add(tags.getFirst());
            kind.types.add(String.join(SEPARATOR, types));
        }
    }

    private static Kind row(Kind kind, int number, long after) {
        kind.number.add(number);
        kind.after.add(after);
        return kind;
    }

    /** Appends the columns to the arguments, in the order of {@code source_events}. */
    void addTo(Tuple arguments) {
        addTypesTo(arguments);
        arguments
                .addArrayOfInteger(ints(tag.number))
                .addArrayOfString(strings(tag.first))
                .addArrayOfString(strings(tag.types))
                .addArrayOfLong(longs(tag.after));
        addOnlyTo(arguments);
        addAllTo(arguments);
    }

    /** Appends the criteria without tags. */
    void addTypesTo(Tuple arguments) {
        arguments.addArrayOfInteger(ints(any.number)).addArrayOfLong(longs(any.after));
        arguments
                .addArrayOfInteger(ints(type.number))
                .addArrayOfString(strings(type.first))
                .addArrayOfLong(longs(type.after));
    }

    /** Appends the criteria with one tag and no type. */
    void addOnlyTo(Tuple arguments) {
        arguments
                .addArrayOfInteger(ints(only.number))
                .addArrayOfString(strings(only.first))
                .addArrayOfLong(longs(only.after));
    }

    /** Appends the criteria with several tags. */
    void addAllTo(Tuple arguments) {
        arguments
                .addArrayOfInteger(ints(all.number))
                .addArrayOfString(strings(all.first))
                .addArrayOfString(strings(all.rest))
                .addArrayOfString(strings(all.types))
                .addArrayOfLong(longs(all.after));
    }

    /** Appends the criteria with one tag: tags, their types, and the positions. */
    void addTagsTo(Tuple arguments) {
        List<String> tags = new ArrayList<>(tag.first);
        tags.addAll(only.first);
        List<@Nullable String> types = new ArrayList<>(tag.types);
        types.addAll(Collections.nCopies(only.first.size(), null));
        List<Long> after = new ArrayList<>(tag.after);
        after.addAll(only.after);
        arguments
                .addArrayOfString(strings(tags))
                .addArrayOfString(strings(types))
                .addArrayOfLong(longs(after));
    }

    static Integer[] ints(List<Integer> list) {
        return list.toArray(Integer[]::new);
    }

    static Long[] longs(List<Long> list) {
        return list.toArray(Long[]::new);
    }

    static @Nullable String[] strings(List<? extends @Nullable String> list) {
        return list.toArray(String[]::new);
    }
}
