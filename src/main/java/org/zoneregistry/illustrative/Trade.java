package org.zoneregistry.illustrative;

import java.util.Map;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * The trade of a zone in a year, in fen.
 *
 * @param exports the exported part of the total; the rest are imports
 * @param forms the total by form of business, in the order of the forms; the parts add up to it
 */
record Trade(TradingZone zone, long total, long exports, Map<BusinessForm, Long> forms) {}
