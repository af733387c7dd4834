/** What is amiss with a zone: the findings, the measures that they rest on, and where these can be looked up. */
@NullMarked
package org.zoneregistry.statistics.diagnosis;

import org.jspecify.annotations.NullMarked;
