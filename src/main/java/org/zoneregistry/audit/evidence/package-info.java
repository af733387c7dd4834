/**
 * Evidence: an answer about a zone together with all that it follows from, as one file for somebody who trusts a key
 * alone.
 */
@NullMarked
package org.zoneregistry.audit.evidence;

import org.jspecify.annotations.NullMarked;
