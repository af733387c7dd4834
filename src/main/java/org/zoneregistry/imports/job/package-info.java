/** Import jobs and how they are stored. */
@NullMarked
package org.zoneregistry.imports.job;

import org.jspecify.annotations.NullMarked;
