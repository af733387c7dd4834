package org.zoneregistry.trade.read.aggregates;

import java.util.Set;
import org.zoneregistry.trade.event.Period;

/** Which published figures to list; what is empty doesn't matter, of several values any will do. */
record AggregateQuestion(
        Set<String> subjects, Set<String> territories, Set<Period> periods, Set<String> businessForms) {}
