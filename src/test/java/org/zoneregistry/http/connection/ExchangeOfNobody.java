package org.zoneregistry.http.connection;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** An exchange without a connection; the test is the client. */
public final class ExchangeOfNobody {

    private final AtomicInteger resets = new AtomicInteger();
    private final Exchange exchange = new Exchange(
            (HttpServerResponse) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {HttpServerResponse.class},
                    (proxy, method, arguments) -> {
                        resets.incrementAndGet();
                        return true;
                    }),
            null,
            -1);

    public Exchange exchange() {
        return exchange;
    }

    /** The client has gone. */
    public void goes() {
        exchange.end();
    }

    public boolean isCut() {
        return resets.get() > 0;
    }

    /** Limits for the test. */
    public static Untaken untaken(long bytes, int streams) {
        return new Untaken(bytes, streams, new SimpleMeterRegistry());
    }
}
