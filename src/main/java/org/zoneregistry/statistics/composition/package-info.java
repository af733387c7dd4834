/** Which zones there are: how many, of which types, where, and how large. */
@NullMarked
package org.zoneregistry.statistics.composition;

import org.jspecify.annotations.NullMarked;
