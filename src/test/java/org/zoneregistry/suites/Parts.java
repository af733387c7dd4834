package org.zoneregistry.suites;

/** How the tests that start the application are divided. Quarkus gives them their tag. */
final class Parts {

    static final String TAG = "io.quarkus.test.junit.QuarkusTest";
    static final String ALL = "org.zoneregistry";

    private static final String TESTS = ".*(Test|Properties)";
    private static final String PACKAGES = "(access|audit\\.offline|http|illustrative|reference|streams)\\.";

    /** Packages whose tests start the application with other settings than the default. */
    static final String WITH_OTHER_SETTINGS = "org\\.zoneregistry\\." + PACKAGES + TESTS;

    static final String WITH_DEFAULT_SETTINGS = "org\\.zoneregistry\\.(?!" + PACKAGES + ")" + TESTS;

    private Parts() {}
}
