package org.zoneregistry.suites;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests of the application with its default settings. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.OF_DEFAULT_SETTINGS)
@IncludeTags(Parts.TAG)
class DefaultSettingsSuite {

    @BeforeSuite
    static void theRightTestsAreFound() {
        Parts.checkThatAllHaveDefaultSettings();
        Parts.checkThatAllAreFound(Parts.OF_DEFAULT_SETTINGS);
    }
}
