/** What tests of every package share. */
@NullMarked
package org.zoneregistry.testing;

import org.jspecify.annotations.NullMarked;
