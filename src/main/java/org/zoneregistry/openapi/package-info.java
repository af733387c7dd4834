/** The OpenAPI document: adds the parts that every operation has, so that resources stay small. */
@NullMarked
package org.zoneregistry.openapi;

import org.jspecify.annotations.NullMarked;
