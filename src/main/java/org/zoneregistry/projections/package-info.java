/** Projections: idempotent left folds over the log into tables, each with its token in the same transaction. */
@NullMarked
package org.zoneregistry.projections;

import org.jspecify.annotations.NullMarked;
