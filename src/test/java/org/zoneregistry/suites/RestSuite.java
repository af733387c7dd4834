package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of the application with its default settings. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_THE_REST)
@IncludeTags(Parts.TAG)
class RestSuite {

    @BeforeSuite
    static void allTestsAreFound() {
        Parts.checkThatAllAreFound(Parts.OF_THE_REST);
    }
}
