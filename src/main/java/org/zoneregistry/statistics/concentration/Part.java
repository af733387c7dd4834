package org.zoneregistry.statistics.concentration;

import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Figure;

/**
 * What one of them has.
 *
 * @param value the enterprise, form of business or chapter
 * @param share of its trade in that of all of them
 */
public record Part(String value, Amount total, Figure share) {}
