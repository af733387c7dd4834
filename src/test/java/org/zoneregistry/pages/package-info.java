@NullMarked
package org.zoneregistry.pages;

import org.jspecify.annotations.NullMarked;
