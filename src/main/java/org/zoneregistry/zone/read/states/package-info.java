/** All states of a zone that were ever known, as rectangles in both times. */
@NullMarked
package org.zoneregistry.zone.read.states;

import org.jspecify.annotations.NullMarked;
