package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of applications with other settings of HTTP, or Kafka. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_HTTP)
@IncludeTags(Parts.TAG)
class HttpSuite {

    @BeforeSuite
    static void allTestsAreFound() {
        Parts.checkThatAllAreFound(Parts.OF_HTTP);
    }
}
