/**
 * Pages for people. A page is made from the answers of resources, in process. So it shows the same data as its links to
 * the API, and it shows nothing that the caller may not read there.
 */
@NullMarked
package org.zoneregistry.pages;

import org.jspecify.annotations.NullMarked;
