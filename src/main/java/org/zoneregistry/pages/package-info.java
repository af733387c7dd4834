/**
 * Pages for people. A page is made from answers of the resources, in process: so what it shows is what its links to the
 * API answer, and who may not ask a resource sees nothing of it here.
 */
@NullMarked
package org.zoneregistry.pages;

import org.jspecify.annotations.NullMarked;
