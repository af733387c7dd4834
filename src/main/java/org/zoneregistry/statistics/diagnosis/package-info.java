/** The problems of a zone: the findings, the measures behind them, and the requests that prove them. */
@NullMarked
package org.zoneregistry.statistics.diagnosis;

import org.jspecify.annotations.NullMarked;
