/** Tests of the formulas with examples, laws, and a second computation. */
@NullMarked
package org.zoneregistry.statistics.formula;

import org.jspecify.annotations.NullMarked;
