@NullMarked
package org.zoneregistry.doctor;

import org.jspecify.annotations.NullMarked;
