/** The write side of trade: one package per command, and their shared parts here. */
@NullMarked
package org.zoneregistry.trade.write;

import org.jspecify.annotations.NullMarked;
