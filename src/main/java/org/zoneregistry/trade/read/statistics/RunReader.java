package org.zoneregistry.trade.read.statistics;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a run of changed cells from {@link RunWriter}, a piece at a time. */
final class RunReader {

    /** The block of the run. */
    final int block;

    /** The first element has the changes of the cell. */
    final Sums sums = new Sums(1);

    /** The current cell. */
    long cell;

    private final PreparedStatement pieces;
    private final long run;
    private int next;
    private byte[] piece = {};
    private int at;

    /** @param pieces returns a piece of a run, both by number */
    RunReader(PreparedStatement pieces, long run, int block) {
        this.pieces = pieces;
        this.run = run;
        this.block = block;
    }

    /** Goes to the next cell; false at the end. */
    boolean next() throws SQLException {
        if (at == piece.length) {
            pieces.setLong(1, run);
            pieces.setInt(2, next++);
            try (ResultSet found = pieces.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                piece = found.getBytes(1);
            }
            at = 0;
            cell = 0;
        }
        cell += unsigned();
        sums.clear();
        int flags = piece[at++];
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            if ((flags & (1 << kind)) != 0) {
                long low = signed();
                long high = (flags & (1 << (Sums.KINDS + kind))) == 0 ? (low >> 63) : signed();
                sums.add(kind, high, low, (int) signed());
            }
        }
        return true;
    }

    private long signed() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    private long unsigned() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next7 = piece[at++];
            number |= (long) (next7 & 0x7F) << shift;
            if (next7 >= 0) {
                return number;
            }
        }
    }
}
