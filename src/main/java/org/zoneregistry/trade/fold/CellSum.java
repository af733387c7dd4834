package org.zoneregistry.trade.fold;

import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * What the entries of a cell come to, exactly.
 *
 * @param entries how many they are
 */
public record CellSum(Amount amount, long entries) {

    /** No entries. */
    public static final CellSum NOTHING = new CellSum(Amount.ZERO, 0);

    /** With an entry more. */
    public CellSum with(Money value) {
        return new CellSum(amount.plus(Amount.of(value)), entries + 1);
    }

    /**
     * With an entry less.
     *
     * @throws IllegalArgumentException if there can be no such entry in it
     */
    public CellSum without(Money value) {
        return new CellSum(amount.minus(Amount.of(value)), entries - 1);
    }
}
