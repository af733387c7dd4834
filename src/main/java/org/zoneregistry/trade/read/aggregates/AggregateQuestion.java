package org.zoneregistry.trade.read.aggregates;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;

/** Which published figures to list; what is {@code null} doesn't matter. */
record AggregateQuestion(
        @Nullable AggregateSubject subject,
        @Nullable String territory,
        @Nullable Period period,
        @Nullable BusinessForm businessForm) {}
