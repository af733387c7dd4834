@NullMarked
package org.zoneregistry.kafka;

import org.jspecify.annotations.NullMarked;
