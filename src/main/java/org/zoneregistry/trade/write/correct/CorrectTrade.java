package org.zoneregistry.trade.write.correct;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Gives a recorded entry new content. A {@code null} member stays as it is.
 *
 * @param cleared the optional members to remove
 * @param reason why
 */
public record CorrectTrade(
        EntryId entryId,
        @Nullable ZoneCode zone,
        @Nullable Period period,
        @Nullable Direction direction,
        @Nullable BusinessForm businessForm,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner,
        @Nullable Money value,
        Set<OptionalMember> cleared,
        String reason) {

    public CorrectTrade {
        cleared = Set.copyOf(cleared);
    }

    /** The entry after the correction. */
    TradeEntry applyTo(TradeEntry now) {
        return new TradeEntry(
                now.id(),
                given(zone, now.zone()),
                given(period, now.period()),
                given(direction, now.direction()),
                given(businessForm, now.businessForm()),
                optional(OptionalMember.HS_CHAPTER, hsChapter, now.hsChapter()),
                optional(OptionalMember.ENTERPRISE, enterprise, now.enterprise()),
                optional(OptionalMember.PARTNER, partner, now.partner()),
                given(value, now.value()));
    }

    private static <T> T given(@Nullable T given, T now) {
        return given == null ? now : given;
    }

    private <T> @Nullable T optional(OptionalMember member, @Nullable T given, @Nullable T now) {
        if (cleared.contains(member)) {
            return null;
        }
        return given == null ? now : given;
    }
}
