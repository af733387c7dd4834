package org.zoneregistry.trade.read.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers for words, so that cells can be compared and sorted as numbers. It grows with the number of different words,
 * not with the log.
 */
final class Vocabulary {

    private final int most;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** An empty vocabulary. */
    Vocabulary(int most) {
        this.most = most;
    }

    /** The word's number, from 0; from any thread. */
    int number(String word) {
        Integer known = numbers.get(word);
        return known != null ? known : numbers.computeIfAbsent(word, added -> next());
    }

    private int next() {
        int number = next.getAndIncrement();
        if (number >= most) {
            throw new IllegalStateException("There are more than " + most + " zones, or enterprises.");
        }
        return number;
    }

    /** The words by number, after all were added. */
    Words words() {
        byte[][] words = new byte[numbers.size()][];
        numbers.forEach((word, number) -> words[number] = word.getBytes(StandardCharsets.UTF_8));
        return new Words(words);
    }

    /** Words in UTF-8, by number. */
    static final class Words {

        private final byte[][] words;
        private final int[] ranks;

        private Words(byte[][] words) {
            this.words = words;
            this.ranks = new int[words.length];
            Integer[] ordered = new Integer[words.length];
            Arrays.setAll(ordered, number -> number);
            Arrays.sort(ordered, (one, other) -> Arrays.compareUnsigned(words[one], words[other]));
            for (int rank = 0; rank < ordered.length; rank++) {
                ranks[ordered[rank]] = rank;
            }
        }

        byte[] utf8(int number) {
            return words[number];
        }

        /** The rank of a word in the order of bytes, as in the collation "C". */
        int rank(int number) {
            return ranks[number];
        }
    }
}
