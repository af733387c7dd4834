/** What the statistics share: how figures are written, and how requests ask for them. */
@NullMarked
package org.zoneregistry.statistics;

import org.jspecify.annotations.NullMarked;
