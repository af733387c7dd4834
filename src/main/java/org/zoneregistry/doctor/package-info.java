/**
 * What an operator runs beside a node: whether an installation keeps its promises, whether a node serves, and backups
 * of the embedded database.
 */
@NullMarked
package org.zoneregistry.doctor;

import org.jspecify.annotations.NullMarked;
