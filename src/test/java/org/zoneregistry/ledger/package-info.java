@NullMarked
package org.zoneregistry.ledger;

import org.jspecify.annotations.NullMarked;
