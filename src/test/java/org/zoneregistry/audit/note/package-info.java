@NullMarked
package org.zoneregistry.audit.note;

import org.jspecify.annotations.NullMarked;
