package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of applications with other settings of HTTP, with the reference data, and with Kafka. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_HTTP_AND_DATA)
@IncludeTags(Parts.TAG)
class HttpAndDataSuite {

    @BeforeSuite
    static void theRightTestsAreFound() {
        Parts.checkThatNoneHasDefaultSettings(Parts.OF_HTTP_AND_DATA);
        Parts.checkThatAllAreFound(Parts.OF_HTTP_AND_DATA);
    }
}
