package org.zoneregistry.suites;

/** How the tests that start the application are divided. Quarkus gives them their tag. */
final class Parts {

    static final String TAG = "io.quarkus.test.junit.QuarkusTest";
    static final String ALL = "org.zoneregistry";

    private static final String CALLERS_AND_DATA = "(access|audit\\.offline|illustrative|reference)\\.";
    private static final String HTTP = "(http|streams)\\.";
    private static final String TESTS = ".*(Test|Properties)";

    /** Packages with applications that have their own data or callers. */
    static final String OF_CALLERS_AND_DATA = "org\\.zoneregistry\\." + CALLERS_AND_DATA + TESTS;

    /** Packages with applications that have other settings of HTTP, or Kafka. */
    static final String OF_HTTP = "org\\.zoneregistry\\." + HTTP + TESTS;

    /** All other packages: with the default settings. */
    static final String OF_THE_REST = "org\\.zoneregistry\\.(?!" + CALLERS_AND_DATA + ")(?!" + HTTP + ")" + TESTS;

    private Parts() {}
}
