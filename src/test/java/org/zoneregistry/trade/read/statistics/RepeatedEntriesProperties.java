package org.zoneregistry.trade.read.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RepeatedEntriesProperties {

    @Property
    void statements_about_the_same_entry_are_found_in_one_share(
            @ForAll @Size(max = 400) List<@IntRange(max = 150) Integer> statements,
            @ForAll @IntRange(min = 1, max = 9) int shares,
            @ForAll @IntRange(min = 1, max = 50) int stretch) {
        List<List<byte[]>> kept = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            kept.add(new ArrayList<>());
        }
        Map<Integer, List<Long>> byEntry = new HashMap<>();
        for (int begin = 0; begin < statements.size(); begin += stretch) {
            var put = new RepeatedEntries.Shares(shares);
            for (int i = begin; i < Math.min(begin + stretch, statements.size()); i++) {
                long position = i + 1L;
                put.add("entry-" + statements.get(i), position);
                byEntry.computeIfAbsent(statements.get(i), entry -> new ArrayList<>())
                        .add(position);
            }
            for (int share = 0; share < shares; share++) {
                kept.get(share).add(put.bytes().get(share));
            }
        }

        var found = kept.stream()
                .map(share -> new TreeSet<>(List.of(RepeatedEntries.find(share))))
                .toList();

        var all = new ArrayList<Long>();
        found.forEach(all::addAll);
        List<Long> expected = new ArrayList<>();
        for (List<Long> positions : byEntry.values()) {
            if (positions.size() > 1) {
                expected.addAll(positions);
                assertThat(found).as("in one share").anyMatch(share -> share.containsAll(positions));
            }
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
    }
}
