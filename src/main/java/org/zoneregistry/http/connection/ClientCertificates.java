package org.zoneregistry.http.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether clients show a certificate in TLS. Quarkus's own setting for this is fixed when the program is built. */
@Singleton
final class ClientCertificates implements HttpServerOptionsCustomizer {

    private final ClientAuth asked;

    ClientCertificates(@ConfigProperty(name = "registry.http.client-certificate", defaultValue = "none") String asked) {
        this.asked = ClientAuth.valueOf(asked.toUpperCase(Locale.ROOT));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(asked);
    }
}
