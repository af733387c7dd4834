/** The log as CloudEvents: page by page, or live. */
@NullMarked
package org.zoneregistry.feed;

import org.jspecify.annotations.NullMarked;
