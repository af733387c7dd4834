/** The press conference as a page that prints. */
@NullMarked
package org.zoneregistry.pages.briefing;

import org.jspecify.annotations.NullMarked;
