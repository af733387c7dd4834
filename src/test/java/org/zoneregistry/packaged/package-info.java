/** The packaged application as an operator runs it: a process of its own, started, killed and started again. */
@NullMarked
package org.zoneregistry.packaged;

import org.jspecify.annotations.NullMarked;
