@NullMarked
package org.zoneregistry.audit.tree;

import org.jspecify.annotations.NullMarked;
