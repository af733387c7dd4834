package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of applications with callers, and with the illustrative data. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_CALLERS)
@IncludeTags(Parts.TAG)
class CallersSuite {

    @BeforeSuite
    static void theRightTestsAreFound() {
        Parts.checkThatNoneHasDefaultSettings(Parts.OF_CALLERS);
        Parts.checkThatAllAreFound(Parts.OF_CALLERS);
    }
}
