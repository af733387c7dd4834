package org.zoneregistry.trade.read.aggregates;

import java.util.Set;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;

/** The published figures to list. An empty value matches all; of several values, a figure must match one. */
record AggregateQuestion(
        Set<AggregateSubject> subjects,
        Set<String> territories,
        Set<Period> periods,
        Set<BusinessForm> businessForms) {}
