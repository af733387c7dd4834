/**
 * The formulas of the statistics, pure functions of exact amounts. Depends only on java and money.
 *
 * <p>Formulas use whole numbers if possible, and round once, at the end: half-even, to six digits. Roots have fifty
 * digits. Only Theil's index, which needs logarithms, is computed in {@code double}, from exact sums.
 */
@NullMarked
package org.zoneregistry.statistics.formula;

import org.jspecify.annotations.NullMarked;
