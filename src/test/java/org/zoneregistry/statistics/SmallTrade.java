package org.zoneregistry.statistics;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.testing.UniqueCodes;

/**
 * Four zones and their trade in two years in which no other test has any, so small that every figure of it can be
 * computed by hand. All but D have 1,000 yuan of trade in the second year.
 *
 * <pre>
 *         zone  province  form of business    chapter   yuan
 * year 1  A     CN-JS     unspecified         –          200   for the year as a whole
 *         C     CN-SC     unspecified         –          100   for the year as a whole
 * year 2  A     CN-JS     bonded-processing   84         300   January, imported
 *         A     CN-JS     bonded-logistics    85         100   February, exported
 *         B     CN-JS     bonded-processing   –          200   for the year as a whole
 *         C     CN-SC     bonded-processing   84         400   January, imported
 *         D     CN-SC                                    nothing
 * </pre>
 */
public final class SmallTrade {

    private static final AtomicInteger LAST_YEAR = new AtomicInteger(2097);
    private static final AtomicInteger NEXT_YEAR = new AtomicInteger(1916);

    private final Office office = new Office();
    private final String prefix = UniqueCodes.next();
    private final int before;
    private int entries;

    /** Trade in the two years after those of the previous instance. There are about forty such pairs of years. */
    public SmallTrade() {
        this(withoutOthers(NEXT_YEAR.getAndAdd(3)));
    }

    /** Leaves out the years around today, in which many tests record trade. */
    private static int withoutOthers(int year) {
        return year < 2010 ? year : year + 18;
    }

    /**
     * Trade in years in which no other test records anything, for figures of all zones: the last years, about a dozen
     * times.
     */
    public static SmallTrade alone() {
        return new SmallTrade(LAST_YEAR.getAndAdd(-3));
    }

    /** In very early years, 1904 to 1914, for a test of its own. */
    public SmallTrade(int before) {
        this.before = before;
    }

    /** Sends all commands. */
    public void send() {
        String established = before + "-01-01";
        office.establish(zone("a"), "comprehensive-bonded-zone", "CN-JS", established, "1");
        office.establish(zone("b"), "bonded-zone", "CN-JS", established, "1");
        office.establish(zone("c"), "comprehensive-bonded-zone", "CN-SC", established, "1");
        office.establish(zone("d"), "bonded-zone", "CN-SC", established, "1");
        record("a", before(), "total", "unspecified", null, "200");
        record("c", before(), "total", "unspecified", null, "100");
        record("a", year() + "-01", "import", "bonded-processing", "84", "300");
        record("a", year() + "-02", "export", "bonded-logistics", "85", "100");
        record("b", year(), "total", "bonded-processing", null, "200");
        record("c", year() + "-01", "import", "bonded-processing", "84", "400");
        for (String zone : new String[] {"a", "b", "c", "d"}) {
            office.send("/v1/zones/" + zone(zone) + "/closure", """
                    {"effectiveOn": "%d-01-01", "reason": "a test"}
                    """.formatted(before + 2));
        }
    }

    /** The code of a zone. */
    public String zone(String letter) {
        return prefix + "-" + letter;
    }

    /** The second year. */
    public String year() {
        return Integer.toString(before + 1);
    }

    /** The first. */
    public String before() {
        return Integer.toString(before);
    }

    /** The office that has sent the commands. */
    public Office office() {
        return office;
    }

    /** Records an entry, and returns its id. */
    public String record(
            String zone, String period, String direction, String form, @Nullable String chapter, String value) {
        String id = prefix.substring(5, 30) + "-" + ++entries;
        office.send("/v1/zones/" + zone(zone) + "/trade", """
                {"entryId": "%s", "period": "%s", "direction": "%s", "businessForm": "%s", "hsChapter": %s,
                 "value": "%s"}
                """.formatted(
                        id, period, direction, form, chapter == null ? "null" : '"' + chapter + '"', value));
        return id;
    }

    /** Registers an enterprise, and returns its id. */
    public String enterprise(String zone, String name, boolean leading) {
        String id = prefix.substring(5, 30) + "-" + name;
        office.send("/v1/zones/" + zone(zone) + "/enterprises", """
                {"id": "%s", "name": "%s", "industry": "84", "leading": %s, "effectiveOn": "%s-01-01"}
                """.formatted(id, name, leading, before()));
        return id;
    }

    /** Records an export of an enterprise. */
    public void export(String zone, String period, String enterprise, String value) {
        office.send("/v1/zones/" + zone(zone) + "/trade", """
                {"entryId": "%s-%d", "period": "%s", "direction": "export", "businessForm": "other",
                 "enterprise": "%s", "value": "%s"}
                """.formatted(
                        prefix.substring(5, 30), ++entries, period, enterprise, value));
    }

    /** Publishes a figure. */
    public void publish(String subject, String territory, String total) {
        office.send("/v1/aggregates", """
                {"subject": "%s", "territory": "%s", "period": "%s", "total": "%s", "source": "a yearbook"}
                """.formatted(subject, territory, year(), total));
    }
}
