/** Import jobs: what is known of them, and where that is kept. */
@NullMarked
package org.zoneregistry.imports.job;

import org.jspecify.annotations.NullMarked;
