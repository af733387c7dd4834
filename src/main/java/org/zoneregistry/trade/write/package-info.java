/** The write side of trade: one package per command, and here what they share. */
@NullMarked
package org.zoneregistry.trade.write;

import org.jspecify.annotations.NullMarked;
