package org.zoneregistry.suites;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests for which the application starts once for each configuration. */
@Suite
@SelectPackages(Parts.ALL)
@IncludeClassNamePatterns(Parts.WITH_OTHER_SETTINGS)
@IncludeTags(Parts.TAG)
class OtherSettingsSuite {}
