package org.zoneregistry.trade.read.statistics;

/** The dimensions by which sums of entries are broken down, each separately. */
enum SumDimension {
    ZONE(0, "zone"),
    BUSINESS_FORM(1, "business-form"),
    HS_CHAPTER(2, "hs-chapter"),
    ENTERPRISE(3, "enterprise"),
    PARTNER(4, "partner");

    /** The number in cell numbers. */
    final int number;

    /** The label in the database's type. */
    final String label;

    SumDimension(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The dimension with that number. */
    static SumDimension of(int number) {
        return switch (number) {
            case 0 -> ZONE;
            case 1 -> BUSINESS_FORM;
            case 2 -> HS_CHAPTER;
            case 3 -> ENTERPRISE;
            case 4 -> PARTNER;
            default -> throw new IllegalArgumentException("There is no dimension " + number + ".");
        };
    }
}
