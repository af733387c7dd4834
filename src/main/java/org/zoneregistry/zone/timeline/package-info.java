/**
 * The pure fold of a zone's facts into its state on a date. This is the definition that every projection must agree
 * with.
 */
@NullMarked
package org.zoneregistry.zone.timeline;

import org.jspecify.annotations.NullMarked;
