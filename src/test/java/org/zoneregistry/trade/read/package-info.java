@org.jspecify.annotations.NullMarked
package org.zoneregistry.trade.read;
