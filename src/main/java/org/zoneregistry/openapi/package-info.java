/** The OpenAPI document: what holds for every operation is added here, so that resources stay small. */
@NullMarked
package org.zoneregistry.openapi;

import org.jspecify.annotations.NullMarked;
