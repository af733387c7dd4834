/** Which data set a ledger is of: what is known, or what is generated to be looked at. They never share one. */
@NullMarked
package org.zoneregistry.ledger;

import org.jspecify.annotations.NullMarked;
