/** The registry projection: fills the tables that every question about zones reads. */
@NullMarked
package org.zoneregistry.zone.read.registry;

import org.jspecify.annotations.NullMarked;
