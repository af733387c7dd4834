package org.zoneregistry.bench;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Measures the time of a question, for the latest prefix and for random ones, one at a time. */
final class AnswerTimes {

    /** The number of random prefixes. */
    static final int PREFIXES = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final long head;

    /** @param head the latest prefix */
    AnswerTimes(long head) {
        this.head = head;
    }

    static void printHead() {
        System.out.println("milliseconds: latest p50, p99, max | random prefixes p50, p99, max");
    }

    /**
     * Sends the question for the latest prefix the given number of times and for each past prefix in turn. Prints the
     * times.
     */
    void print(String name, LongFunction<Uni<?>> question, int latestTimes, int pastTimes) {
        var random = new SplittableRandom(11);
        for (int i = 0; i < latestTimes; i++) {
            ask(question, head); // warms up
        }
        long[] prefixes = random.longs(PREFIXES, 1, head + 1).toArray();
        double[] latest = new double[latestTimes];
        for (int i = 0; i < latest.length; i++) {
            latest[i] = millis(question, head);
        }
        double[] past = new double[pastTimes];
        for (int i = 0; i < past.length; i++) {
            past[i] = millis(question, prefixes[i % PREFIXES]);
        }
        System.out.printf(
                Locale.ROOT,
                "%-38s %7.1f %7.1f %7.1f | %7.1f %7.1f %7.1f%n",
                name,
                at(latest, 0.5),
                at(latest, 0.99),
                at(latest, 1),
                at(past, 0.5),
                at(past, 0.99),
                at(past, 1));
    }

    private static double millis(LongFunction<Uni<?>> question, long at) {
        long start = System.nanoTime();
        ask(question, at);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(double[] measured, double quantile) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }

    private static void ask(LongFunction<Uni<?>> question, long at) {
        var _ = question.apply(at).await().atMost(PATIENCE);
    }
}
