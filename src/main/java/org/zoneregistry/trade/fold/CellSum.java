package org.zoneregistry.trade.fold;

import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * The exact sum of a cell's entries.
 *
 * @param entries how many entries there are
 */
public record CellSum(Amount amount, long entries) {

    /** No entries. */
    public static final CellSum NOTHING = new CellSum(Amount.ZERO, 0);

    /** The sum with one more entry. */
    public CellSum with(Money value) {
        return new CellSum(amount.plus(Amount.of(value)), entries + 1);
    }

    /**
     * The sum without one entry.
     *
     * @throws IllegalArgumentException if the cell can't contain such an entry
     */
    public CellSum without(Money value) {
        return new CellSum(amount.minus(Amount.of(value)), entries - 1);
    }
}
