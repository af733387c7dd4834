package org.zoneregistry.trade.read.aggregates;

import java.util.Set;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;

/** Which published figures to list; what is empty doesn't matter, of several values any will do. */
record AggregateQuestion(
        Set<AggregateSubject> subjects,
        Set<String> territories,
        Set<Period> periods,
        Set<BusinessForm> businessForms) {}
