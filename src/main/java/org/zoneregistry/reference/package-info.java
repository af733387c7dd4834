/**
 * The reference data: real zones, their history and their trade with sources, their translation into commands, and the
 * loader that sends them. See {@code docs/reference-data.md}.
 */
@NullMarked
package org.zoneregistry.reference;

import org.jspecify.annotations.NullMarked;
