package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.Wired;

/** The forms of business in zones. */
public enum BusinessForm implements Wired {
    BONDED_PROCESSING("bonded-processing"),
    BONDED_LOGISTICS("bonded-logistics"),
    BONDED_R_AND_D("bonded-r-and-d"),
    BONDED_MAINTENANCE("bonded-maintenance"),
    FINANCIAL_LEASING("financial-leasing"),
    CROSS_BORDER_E_COMMERCE("cross-border-e-commerce"),
    FUTURES_DELIVERY("futures-delivery"),
    OTHER("other"),
    UNSPECIFIED("unspecified");

    private final String wireName;

    BusinessForm(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the constant of that wire name.
     *
     * @throws IllegalArgumentException with the known names, if there is none
     */
    public static BusinessForm parse(String wireName) {
        return Wired.parse(BusinessForm.class, wireName);
    }
}
