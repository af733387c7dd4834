package org.zoneregistry.pages;

import io.quarkus.qute.Locate;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.i18n.MessageTemplateLocator;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds the texts of message bundles that have parameters. Without it, Qute first looks for ten files for each of them,
 * at each start. This is slow in the native binary.
 */
@Singleton
@Locate("[a-z]+(_zh)?_[A-Za-z]+")
final class MessagesFirst implements TemplateLocator {

    private final MessageTemplateLocator messages;

    MessagesFirst(MessageTemplateLocator messages) {
        this.messages = messages;
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Optional<TemplateLocation> locate(String id) {
        return messages.locate(id);
    }
}
