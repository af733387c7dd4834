package org.zoneregistry.trade.read.aggregates;

import java.util.Set;
import org.zoneregistry.trade.event.Period;

/** The published figures to list. An empty value matches all; of several values, a figure must match one. */
record AggregateQuestion(
        Set<String> subjects, Set<String> territories, Set<Period> periods, Set<String> businessForms) {}
