package org.zoneregistry.trade.event;

/** An enterprise was registered in a zone. */
public record EnterpriseRegistered(Enterprise enterprise) implements TradeEvent {}
