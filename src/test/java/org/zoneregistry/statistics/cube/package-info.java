@org.jspecify.annotations.NullMarked
package org.zoneregistry.statistics.cube;
