package org.zoneregistry.trade.write.record;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

/** The body of a request to record a trade entry. */
@Schema(description = "One statistical line of a zone's trade.")
public record EntryRecording(
        @NotNull EntryId entryId,

        @NotNull Period period,

        @NotNull Direction direction,

        @NotNull BusinessForm businessForm,

        @Nullable HsChapter hsChapter,

        @Nullable EnterpriseId enterprise,

        @Nullable Country partner,

        @NotNull Money value) {

    RecordTrade command(ZoneCode zone) {
        return new RecordTrade(
                new TradeEntry(entryId, zone, period, direction, businessForm, hsChapter, enterprise, partner, value));
    }
}
