/**
 * The illustrative data set: trade entries that are generated so that what was published comes out of them, in a ledger
 * of their own. See {@code docs/illustrative-data.md}.
 */
@NullMarked
package org.zoneregistry.illustrative;

import org.jspecify.annotations.NullMarked;
