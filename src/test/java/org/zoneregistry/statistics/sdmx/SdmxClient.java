package org.zoneregistry.statistics.sdmx;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import sdmxdl.Connection;
import sdmxdl.DatabaseRef;
import sdmxdl.Detail;
import sdmxdl.Flow;
import sdmxdl.FlowRef;
import sdmxdl.Key;
import sdmxdl.Languages;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.Structure;
import sdmxdl.web.SdmxWebManager;
import sdmxdl.web.WebSource;
import sdmxdl.web.spi.WebCaching;

/** A client of statisticians, sdmx-dl with its driver for SDMX 2.1, for a running registry. */
final class SdmxClient {

    static final FlowRef TRADE = FlowRef.parse("ZR,TRADE,1.0");

    private final SdmxWebManager client = SdmxWebManager.ofServiceLoader().toBuilder()
            .caching(WebCaching.noOp())
            .build();
    private final WebSource registry;

    SdmxClient(URI endpoint) {
        registry = WebSource.builder()
                .id("ZR")
                .driver("RI_SDMX21")
                .endpoint(endpoint)
                .propertyOf("sdmxdl.driver.detailSupported", true)
                .build();
    }

    Collection<Flow> flows() throws IOException {
        try (Connection connection = connect()) {
            return connection.getFlows(DatabaseRef.NO_DATABASE);
        }
    }

    Structure structure() throws IOException {
        try (Connection connection = connect()) {
            return connection.getMeta(DatabaseRef.NO_DATABASE, TRADE).getStructure();
        }
    }

    Collection<Series> series(String key, Detail detail) throws IOException {
        try (Connection connection = connect()) {
            return connection
                    .getData(
                            DatabaseRef.NO_DATABASE,
                            TRADE,
                            Query.builder().key(Key.parse(key)).detail(detail).build())
                    .getData();
        }
    }

    /** The series of a key, by key and by year or month. */
    Map<String, BigDecimal> figures(String key) throws IOException {
        var figures = new TreeMap<String, BigDecimal>();
        for (Series series : series(key, Detail.FULL)) {
            for (Obs observation : series.getObs()) {
                figures.put(
                        series.getKey() + " " + observation.getPeriod().getStartAsShortString(),
                        BigDecimal.valueOf(observation.getValue()).setScale(2));
            }
        }
        return figures;
    }

    private Connection connect() throws IOException {
        return client.getConnection(registry, Languages.ANY);
    }
}
