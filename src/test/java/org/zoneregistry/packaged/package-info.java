/** The packaged application as an operator runs it: a separate process that is started, killed and started again. */
@NullMarked
package org.zoneregistry.packaged;

import org.jspecify.annotations.NullMarked;
