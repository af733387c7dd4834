/** Tests of money. */
@NullMarked
package org.zoneregistry.money;

import org.jspecify.annotations.NullMarked;
