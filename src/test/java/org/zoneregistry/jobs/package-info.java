@NullMarked
package org.zoneregistry.jobs;

import org.jspecify.annotations.NullMarked;
