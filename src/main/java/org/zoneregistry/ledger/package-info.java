/** The data set of a ledger: known facts, or generated entries for demonstration. They never share a ledger. */
@NullMarked
package org.zoneregistry.ledger;

import org.jspecify.annotations.NullMarked;
