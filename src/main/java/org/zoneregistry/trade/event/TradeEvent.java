package org.zoneregistry.trade.event;

/** An event about trade. */
public sealed interface TradeEvent permits EntryEvent, AggregateEvent, EnterpriseEvent {}
