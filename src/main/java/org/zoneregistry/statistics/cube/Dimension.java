package org.zoneregistry.statistics.cube;

/** The dimensions of sums. */
public enum Dimension {
    /** {@code 2022} */
    YEAR("year"),
    /** {@code 2022-12}; entries for a whole year have none */
    MONTH("month"),
    /** a zone's code */
    ZONE("zone"),
    /** the zone's type on the deciding day */
    TYPE("type"),
    /** the zone's province on the deciding day, {@code CN-JS} */
    PROVINCE("province"),
    /** the economic region of that province */
    REGION("region"),
    /** the wire name of a form of business */
    BUSINESS_FORM("businessForm"),
    /** import, export, or total if only the sum was published */
    DIRECTION("direction"),
    /** a chapter of the Harmonized System */
    HS_CHAPTER("hsChapter"),
    /** an enterprise's id */
    ENTERPRISE("enterprise"),
    /** ISO 3166-1 alpha-2 */
    PARTNER("partner");

    private final String wireName;

    Dimension(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests and answers. */
    public String wireName() {
        return wireName;
    }
}
