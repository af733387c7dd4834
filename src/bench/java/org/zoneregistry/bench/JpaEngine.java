package org.zoneregistry.bench;

import static java.util.Objects.requireNonNull;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.testing.TestDatabase;

/**
 * Axon's own JPA engine on the same server, with Hibernate and as many JDBC connections as concurrent commands. It uses
 * aggregates instead of tags: a trade is an aggregate, and its zone's lifecycle is another, which is sourced.
 */
final class JpaEngine implements AutoCloseable {

    /** One tag on each event, as the engine demands. */
    static final AxonCommandBus.Shape SHAPE = new AxonCommandBus.Shape() {
        @Override
        public EventCriteria criteria(BenchTrade trade) {
            return EventCriteria.either(
                    EventCriteria.havingTags(new Tag("zone", trade.zone())),
                    EventCriteria.havingTags(new Tag("entry", trade.entry())));
        }

        @Override
        public Set<Tag> tags(BenchTrade trade) {
            return Set.of(new Tag("entry", trade.entry()));
        }

        @Override
        public Object payload(BenchTrade trade) {
            return trade.json();
        }
    };

    private static final ThreadLocal<@Nullable EntityManager> CURRENT = new ThreadLocal<>();

    private final AgroalDataSource connections;
    private final EntityManagerFactory factory;

    private final AggregateBasedJpaEventStorageEngine engine;

    JpaEngine(TestDatabase database, int mostConnections) throws SQLException {
        connections = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(mostConnections)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.jdbcUrl())
                                .autoCommit(false)
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
        factory = new HibernatePersistenceConfiguration("axon-jpa")
                .managedClass(AggregateEventEntry.class)
                .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, connections)
                .property(AvailableSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "create")
                .property(AvailableSettings.STATEMENT_BATCH_SIZE, 50)
                .createEntityManagerFactory();
        engine = new AggregateBasedJpaEventStorageEngine(
                this::shared, new Transactions(), new DelegatingEventConverter(new JacksonConverter()), with -> with);
        establishZones();
    }

    /** Axon's event store on this engine, with Axon's defaults. */
    EventStore store(TagResolver tags) {
        return new StorageEngineBackedEventStore(engine, new SimpleEventBus(), tags);
    }

    /** The entity manager of the transaction. The engine may close it several times without effect. */
    private EntityManager shared() {
        EntityManager open = requireNonNull(CURRENT.get(), "no transaction");
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(open, arguments));
    }

    private final class Transactions implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            EntityManager open = factory.createEntityManager();
            open.getTransaction().begin();
            CURRENT.set(open);
            return new Transaction() {
                @Override
                public void commit() {
                    try (open) {
                        open.getTransaction().commit();
                    } finally {
                        CURRENT.remove();
                    }
                }

                @Override
                public void rollback() {
                    try (open) {
                        open.getTransaction().rollback();
                    } finally {
                        CURRENT.remove();
                    }
                }
            };
        }
    }

    @SuppressWarnings("unchecked") // a transaction returns its own result type
    private void establishZones() {
        for (int zone = 0; zone < BenchTrade.ZONES; zone++) {
            List<TaggedEventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < BenchTrade.LIFECYCLE_EVENTS; i++) {
                events.add(new GenericTaggedEventMessage<>(
                        BenchTrade.lifecycle(i), Set.of(new Tag("zone", "zone-" + zone))));
            }
            engine.appendEvents(AppendCondition.none(), null, events)
                    .thenCompose(transaction -> ((AppendTransaction<Object>) transaction).commit(null))
                    .join();
        }
    }

    @Override
    public void close() {
        engine.close();
        factory.close();
        connections.close();
    }
}
