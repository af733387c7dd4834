/**
 * The formulas of the statistics, pure functions of exact amounts. Depends on java and money alone.
 *
 * <p>Whatever can be computed in whole numbers is, and is rounded once, at the very end: half-even, to six digits.
 * Roots are taken to fifty digits. Theil's index alone, which needs logarithms, is computed in {@code double} from
 * exact sums.
 */
@NullMarked
package org.zoneregistry.statistics.formula;

import org.jspecify.annotations.NullMarked;
