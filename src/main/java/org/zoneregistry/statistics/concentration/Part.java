package org.zoneregistry.statistics.concentration;

import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The trade of one holder.
 *
 * @param value the enterprise, form of business or chapter
 * @param share of its trade in the total
 */
public record Part(String value, Amount total, Figure share) {}
