@NullMarked
package org.zoneregistry.audit.merkle;

import org.jspecify.annotations.NullMarked;
