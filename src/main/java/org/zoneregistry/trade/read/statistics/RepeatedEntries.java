package org.zoneregistry.trade.read.statistics;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the statements about entries that have more than one statement: few of many. It compares a 64-bit hash of the
 * entry's identifier. Statements are divided into shares that fit into memory, and the shares are searched one by one.
 * All statements about an entry are in one share. Different entries can have the same hash, so the result may contain a
 * few too many.
 */
final class RepeatedEntries {

    /** A hash and a position. */
    private static final int BYTES = 2 * Long.BYTES;

    /** The approximate number of statements in a share. The search needs some 60 bytes for each. */
    private static final long SHARE = 1 << 18;

    private RepeatedEntries() {}

    /** The number of shares for that many statements. */
    static int shares(long statements) {
        return Math.toIntExact(1 + statements / SHARE);
    }

    /** The statements of a part of the log, share by share. */
    static final class Shares {

        private final ByteBuffer[] shares;

        Shares(int count) {
            shares = new ByteBuffer[count];
            Arrays.fill(shares, ByteBuffer.allocate(0));
        }

        /** Adds a statement about an entry. */
        void add(String entry, long position) {
            long hash = hash(entry);
            int share = (int) Long.remainderUnsigned(hash, shares.length);
            if (shares[share].remaining() < BYTES) {
                var grown = ByteBuffer.allocate(Math.max(16 * BYTES, 2 * shares[share].capacity()));
                shares[share] = grown.put(shares[share].flip());
            }
            shares[share].putLong(hash).putLong(position);
        }

        /** The bytes of each share, in order. */
        List<byte[]> bytes() {
            List<byte[]> bytes = new ArrayList<>();
            for (ByteBuffer share : shares) {
                byte[] copied = new byte[share.position()];
                share.get(0, copied);
                bytes.add(copied);
            }
            return bytes;
        }
    }

    /** The positions of the statements of a share whose hash occurs more than once, in any order. */
    static Long[] find(List<byte[]> share) {
        int statements = share.stream().mapToInt(bytes -> bytes.length / BYTES).sum();
        var seen = new Seen(statements);
        List<Long> repeated = new ArrayList<>();
        for (byte[] bytes : share) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                seen.look(buffer.getLong(), buffer.getLong(), repeated);
            }
        }
        return repeated.toArray(Long[]::new);
    }

    /** A hash table of primitives: the first position with each hash, until a second one is found. */
    private static final class Seen {

        private static final long FREE = 0;
        private static final long REPORTED = -1;

        private final long[] hashes;
        private final long[] positions; // from 1; or FREE, or REPORTED

        Seen(int statements) {
            int size = Math.max(2, Integer.highestOneBit(Math.max(1, statements)) << 2);
            hashes = new long[size];
            positions = new long[size];
        }

        void look(long hash, long position, List<Long> repeated) {
            int slot = (int) (hash >>> Integer.SIZE) & (hashes.length - 1);
            while (positions[slot] != FREE && hashes[slot] != hash) {
                slot = (slot + 1) & (hashes.length - 1);
            }
            if (positions[slot] == FREE) {
                hashes[slot] = hash;
                positions[slot] = position;
                return;
            }
            if (positions[slot] != REPORTED) {
                repeated.add(positions[slot]);
                positions[slot] = REPORTED;
            }
            repeated.add(position);
        }
    }

    /** A polynomial of the characters, mixed by the finalizer of MurmurHash3. */
    private static long hash(String entry) {
        long hash = 0;
        for (int i = 0; i < entry.length(); i++) {
            hash = hash * 0x100000001B3L + entry.charAt(i);
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
