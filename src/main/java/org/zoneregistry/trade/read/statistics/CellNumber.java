package org.zoneregistry.trade.read.statistics;

import org.zoneregistry.trade.event.Period;

/**
 * A cell of the sums as a number. It sorts by dimension, year, zone, item and part of the year; a {@link Vocabulary}
 * numbers the zones and items. The year itself comes after its parts.
 */
final class CellNumber {

    private static final int PART_BITS = 4;
    private static final int ITEM_BITS = 28;
    private static final int ZONE_BITS = 20;
    private static final int YEAR_BITS = 8;
    private static final int YEAR_ITSELF = 13;

    /** The largest number of items. */
    static final int ITEMS = 1 << ITEM_BITS;

    /** The largest number of zones. */
    static final int ZONES = 1 << ZONE_BITS;

    private CellNumber() {}

    /** The number; {@code part} as in the table of sums. */
    static long of(SumDimension dimension, int year, int part, int zone, int item) {
        long number = dimension.number;
        number = (number << YEAR_BITS) | (year - Period.FIRST_YEAR);
        number = (number << ZONE_BITS) | zone;
        number = (number << ITEM_BITS) | item;
        return (number << PART_BITS) | (part < 0 ? YEAR_ITSELF : part);
    }

    /** Whether two cells have the same dimension and year. */
    static boolean areOfOneYear(long one, long other) {
        return one >> (PART_BITS + ITEM_BITS + ZONE_BITS) == other >> (PART_BITS + ITEM_BITS + ZONE_BITS);
    }

    static SumDimension dimension(long number) {
        return SumDimension.of((int) (number >> (PART_BITS + ITEM_BITS + ZONE_BITS + YEAR_BITS)));
    }

    static int year(long number) {
        return Period.FIRST_YEAR + bits(number, PART_BITS + ITEM_BITS + ZONE_BITS, YEAR_BITS);
    }

    /** As in the table of sums: -1 for the year itself. */
    static int part(long number) {
        int part = bits(number, 0, PART_BITS);
        return part == YEAR_ITSELF ? -1 : part;
    }

    static int zone(long number) {
        return bits(number, PART_BITS + ITEM_BITS, ZONE_BITS);
    }

    static int item(long number) {
        return bits(number, PART_BITS, ITEM_BITS);
    }

    private static int bits(long number, int from, int count) {
        return (int) (number >> from) & ((1 << count) - 1);
    }
}
