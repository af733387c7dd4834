/** Shared by the tests of all packages. */
@NullMarked
package org.zoneregistry.testing;

import org.jspecify.annotations.NullMarked;
