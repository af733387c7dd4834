/** Money, tried. */
@NullMarked
package org.zoneregistry.money;

import org.jspecify.annotations.NullMarked;
