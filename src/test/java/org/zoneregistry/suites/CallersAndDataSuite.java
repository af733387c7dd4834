package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of applications with their own data or callers. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_CALLERS_AND_DATA)
@IncludeTags(Parts.TAG)
class CallersAndDataSuite {

    @BeforeSuite
    static void allTestsAreFound() {
        Parts.checkThatAllAreFound(Parts.OF_CALLERS_AND_DATA);
    }
}
