package org.zoneregistry.trade.event;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.money.Money;
import org.zoneregistry.territory.Province;

/**
 * A figure that an authority published as a whole. Published figures are rounded: import and export need not add up to
 * the total.
 *
 * @param territory {@code CN}, or the ISO 3166-2 code of a province
 * @param businessForm the form of business; {@code null} for all
 * @param imports the imported part, if known
 * @param exports the exported part, if known
 * @param source who published it, and where
 */
public record PublishedAggregate(
        AggregateSubject subject,
        String territory,
        Period period,
        @Nullable BusinessForm businessForm,
        Money total,
        @Nullable Money imports,
        @Nullable Money exports,
        String source) {

    /** The territory code of the whole country. */
    public static final String COUNTRY = "CN";

    /** @throws BrokenMember about the part that is more than the whole */
    public PublishedAggregate {
        check(total, imports, exports);
    }

    /**
     * Checks the rule between the figures.
     *
     * @throws BrokenMember about the part that is more than the whole
     */
    public static void check(Money total, @Nullable Money imports, @Nullable Money exports) {
        if (imports != null && imports.compareTo(total) > 0) {
            throw new BrokenMember("import", "must not be more than the total");
        }
        if (exports != null && exports.compareTo(total) > 0) {
            throw new BrokenMember("export", "must not be more than the total");
        }
    }

    /**
     * A territory of which figures are published.
     *
     * @throws IllegalArgumentException with what is wrong, if it is neither the country nor a province
     */
    public static String territory(String code) {
        if (!code.equals(COUNTRY) && Province.byIso(code).isEmpty()) {
            throw new IllegalArgumentException(
                    "must be CN, or the ISO 3166-2 code of a province, such as CN-JS; GET /v1/territories lists them");
        }
        return code;
    }

    /** What it is a figure of; a later one of the same key is a revision. */
    public Key key() {
        return new Key(subject, territory, period, businessForm);
    }

    /** Identifies a figure. */
    public record Key(
            AggregateSubject subject,
            String territory,
            Period period,
            @Nullable BusinessForm businessForm) {

        /** The written form: {@code subject/territory/period}, and {@code /form} if it has a form of business. */
        @Override
        public String toString() {
            return subject.wireName() + "/" + territory + "/" + period
                    + (businessForm == null ? "" : "/" + businessForm.wireName());
        }
    }
}
