package org.zoneregistry.trade.read.list;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Which entries to list; what is {@code null} doesn't matter.
 *
 * @param period the month, or the year and its months
 * @param orphaned whether their zone is live on no day of their period
 */
record EntryQuestion(
        @Nullable ZoneCode zone,
        @Nullable Period period,
        @Nullable BusinessForm businessForm,
        @Nullable Direction direction,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner,
        @Nullable Boolean orphaned) {}
