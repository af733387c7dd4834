package org.zoneregistry.trade.read.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a sorted run of changed cells in pieces of a few kilobytes, for {@link RunReader}. A row is the distance from
 * the cell before, then a byte that says which kinds of sums follow (bits 0 to 2) and which of them need more than 64
 * bits (bits 3 to 5), then those sums: fen, then entries. Numbers have seven bits in a byte, the lowest first, with
 * zigzag signs (Protocol Buffers).
 */
final class RunWriter {

    /** A cell, the flags, and three numbers for each kind, of at most ten bytes. */
    private static final int LONGEST_ROW = 11 + 3 * 10 * Sums.KINDS;

    private final int rowsOfPiece;
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = new byte[1 << 12];
    private int length;
    private int rows;
    private long before;

    RunWriter(int rowsOfPiece) {
        this.rowsOfPiece = rowsOfPiece;
    }

    /** Adds a cell with the sums at an index. */
    void add(long cell, Sums sums, int at) {
        if (rows == rowsOfPiece) {
            endPiece();
        }
        rows++;
        if (piece.length - length < LONGEST_ROW) {
            piece = Arrays.copyOf(piece, piece.length * 2);
        }
        unsigned(cell - before);
        before = cell;
        int flags = 0;
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            int place = at * Sums.KINDS + kind;
            if (sums.low[place] != 0 || sums.high[place] != 0 || sums.entries[place] != 0) {
                flags |= 1 << kind;
                if (sums.high[place] != (sums.low[place] >> 63)) {
                    flags |= 1 << (Sums.KINDS + kind);
                }
            }
        }
        piece[length++] = (byte) flags;
        for (int kind = 0; kind < Sums.KINDS; kind++) {
            int place = at * Sums.KINDS + kind;
            if ((flags & (1 << kind)) != 0) {
                signed(sums.low[place]);
                if ((flags & (1 << (Sums.KINDS + kind))) != 0) {
                    signed(sums.high[place]);
                }
                signed(sums.entries[place]);
            }
        }
    }

    /** All pieces. */
    List<byte[]> end() {
        if (rows > 0) {
            endPiece();
        }
        return pieces;
    }

    private void endPiece() {
        pieces.add(Arrays.copyOf(piece, length));
        length = 0;
        rows = 0;
        before = 0;
    }

    private void signed(long number) {
        unsigned((number << 1) ^ (number >> 63));
    }

    private void unsigned(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            piece[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        piece[length++] = (byte) rest;
    }
}
