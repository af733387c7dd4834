/** What an operator asks before or beside a node: whether an installation keeps its promises, and whether it serves. */
@NullMarked
package org.zoneregistry.doctor;

import org.jspecify.annotations.NullMarked;
