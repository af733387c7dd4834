package org.zoneregistry.illustrative;

import java.util.Map;
import org.zoneregistry.trade.event.BusinessForm;

/**
 * What a zone trades in a year, in fen.
 *
 * @param exports of the total; the rest are imports
 * @param forms the total by form of business, in the order of the forms; the parts add up to it
 */
record Trade(TradingZone zone, long total, long exports, Map<BusinessForm, Long> forms) {}
