@NullMarked
package org.zoneregistry.pages.work;

import org.jspecify.annotations.NullMarked;
