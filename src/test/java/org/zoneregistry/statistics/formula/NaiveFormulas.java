package org.zoneregistry.statistics.formula;

import java.util.Arrays;
import java.util.List;

/** The formulas again, by their definitions and in floating point, for comparison. */
public final class NaiveFormulas {

    private NaiveFormulas() {}

    public static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    public static double[] shares(double[] x) {
        double sum = sum(x);
        return Arrays.stream(x).map(value -> value / sum).toArray();
    }

    public static double hhi(double[] x) {
        return Arrays.stream(shares(x)).map(share -> share * share).sum();
    }

    public static double largest(int n, double[] x) {
        double[] sorted = Arrays.stream(shares(x)).sorted().toArray();
        double sum = 0;
        for (int i = sorted.length - 1; i >= 0 && i >= sorted.length - n; i--) {
            sum += sorted[i];
        }
        return sum;
    }

    public static double theil(double[] x) {
        double mean = sum(x) / x.length;
        double sum = 0;
        for (double value : x) {
            sum += value == 0 ? 0 : value / mean * Math.log(value / mean);
        }
        return sum / x.length;
    }

    public static double theilBetween(List<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double sum = 0;
        for (double[] group : groups) {
            double share = sum(group) / sum(all);
            sum += share == 0 ? 0 : share * Math.log(share / ((double) group.length / all.length));
        }
        return sum;
    }

    public static double theilWithin(List<double[]> groups) {
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double sum = 0;
        for (double[] group : groups) {
            double share = sum(group) / sum(all);
            sum += share == 0 ? 0 : share * theil(group);
        }
        return sum;
    }

    public static double gini(double[] x) {
        double sum = 0;
        for (double one : x) {
            for (double other : x) {
                sum += Math.abs(one - other);
            }
        }
        return sum / (2.0 * x.length * x.length * (sum(x) / x.length));
    }

    public static double variation(double[] x) {
        double mean = sum(x) / x.length;
        double variance =
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / x.length;
        return Math.sqrt(variance) / mean;
    }

    public static double krugman(double[] a, double[] b) {
        double sum = 0;
        for (int kind = 0; kind < a.length; kind++) {
            sum += Math.abs(shares(a)[kind] - shares(b)[kind]);
        }
        return sum;
    }

    public static double cosine(double[] a, double[] b) {
        double product = 0;
        for (int kind = 0; kind < a.length; kind++) {
            product += shares(a)[kind] * shares(b)[kind];
        }
        return product / Math.sqrt(hhi(a) * hhi(b));
    }
}
