/**
 * The illustrative data set: trade entries that are generated to agree with the published figures, in a separate
 * ledger. See {@code docs/illustrative-data.md}.
 */
@NullMarked
package org.zoneregistry.illustrative;

import org.jspecify.annotations.NullMarked;
