package org.zoneregistry.trade.read.statistics;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;

/**
 * Merges runs: always at the first cell, and within it at the first block. A binary heap that advances its top and
 * sifts it down, which takes half the comparisons of a removal and an insertion.
 */
final class BulkRuns {

    private final RunReader[] heap;
    private int size;

    /** Runs at their first cell. */
    BulkRuns(Collection<RunReader> runs) {
        heap = runs.toArray(RunReader[]::new);
        size = heap.length;
        Arrays.sort(heap, (one, other) -> isBefore(one, other) ? -1 : isBefore(other, one) ? 1 : 0);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The run with the first cell. */
    RunReader first() {
        return heap[0];
    }

    /** Advances that run. */
    void next() throws SQLException {
        RunReader moved = heap[0];
        if (!moved.next()) {
            size--;
            moved = heap[size];
        }
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], moved)) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moved;
    }

    private static boolean isBefore(RunReader one, RunReader other) {
        return one.cell < other.cell || (one.cell == other.cell && one.block < other.block);
    }
}
