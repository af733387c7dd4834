package org.zoneregistry.trade.write;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.http.body.TextValue;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.Period;

/** The values of trade as members of request bodies. */
final class TradeTexts {

    @Produces
    @Singleton
    TextValue<EntryId> entryId() {
        return TextValue.of(EntryId.class, EntryId::new);
    }

    @Produces
    @Singleton
    TextValue<EnterpriseId> enterpriseId() {
        return TextValue.of(EnterpriseId.class, EnterpriseId::new);
    }

    @Produces
    @Singleton
    TextValue<Period> period() {
        return TextValue.of(Period.class, Period::parse);
    }

    @Produces
    @Singleton
    TextValue<HsChapter> hsChapter() {
        return TextValue.of(HsChapter.class, HsChapter::new);
    }

    @Produces
    @Singleton
    TextValue<Country> country() {
        return TextValue.of(Country.class, Country::new);
    }

    @Produces
    @Singleton
    TextValue<Industry> industry() {
        return TextValue.of(Industry.class, Industry::new);
    }
}
