package org.zoneregistry.trade.read.statistics;

import org.zoneregistry.trade.event.Period;

/**
 * A cell of the sums as a number. It sorts by dimension, year, part of the year, zone and item; a {@link Vocabulary}
 * numbers the last two.
 */
final class CellNumber {

    private static final int ITEM_BITS = 28;
    private static final int ZONE_BITS = 20;
    private static final int PART_BITS = 4;
    private static final int YEAR_BITS = 8;

    /** The largest number of items. */
    static final int ITEMS = 1 << ITEM_BITS;

    /** The largest number of zones. */
    static final int ZONES = 1 << ZONE_BITS;

    private CellNumber() {}

    /** The number; {@code part} as in the table of sums. */
    static long of(SumDimension dimension, int year, int part, int zone, int item) {
        long number = dimension.number;
        number = (number << YEAR_BITS) | (year - Period.FIRST_YEAR);
        number = (number << PART_BITS) | (part + 1);
        number = (number << ZONE_BITS) | zone;
        return (number << ITEM_BITS) | item;
    }

    /** Whether two cells have the same dimension, year and part of the year. */
    static boolean areOfOnePart(long one, long other) {
        return one >> (ITEM_BITS + ZONE_BITS) == other >> (ITEM_BITS + ZONE_BITS);
    }

    static SumDimension dimension(long number) {
        return SumDimension.of((int) (number >> (ITEM_BITS + ZONE_BITS + PART_BITS + YEAR_BITS)));
    }

    static int year(long number) {
        return Period.FIRST_YEAR + bits(number, ITEM_BITS + ZONE_BITS + PART_BITS, YEAR_BITS);
    }

    static int part(long number) {
        return bits(number, ITEM_BITS + ZONE_BITS, PART_BITS) - 1;
    }

    static int zone(long number) {
        return bits(number, ITEM_BITS, ZONE_BITS);
    }

    static int item(long number) {
        return bits(number, 0, ITEM_BITS);
    }

    private static int bits(long number, int from, int count) {
        return (int) (number >> from) & ((1 << count) - 1);
    }
}
