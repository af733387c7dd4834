@NullMarked
package org.zoneregistry.feed;

import org.jspecify.annotations.NullMarked;
