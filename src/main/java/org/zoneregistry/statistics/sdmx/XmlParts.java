package org.zoneregistry.statistics.sdmx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An XML document in UTF-8 whose bytes are taken out while it is written. Not thread-safe. */
final class XmlParts {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** Begins a document with its root, which declares the namespaces. */
    XmlParts(String root, Namespace... used) {
        try {
            out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            start(Namespace.MESSAGE, root);
            for (Namespace namespace : used) {
                out.writeNamespace(namespace.prefix(), namespace.uri());
            }
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins an element. Attributes are alternating names and values; one with a null value is left out. */
    void start(Namespace namespace, String name, @Nullable String... attributes) {
        write(() -> {
            out.writeStartElement(namespace.prefix(), name, namespace.uri());
            attributes(attributes);
        });
    }

    void end() {
        write(out::writeEndElement);
    }

    /** An element without content. */
    void empty(Namespace namespace, String name, @Nullable String... attributes) {
        write(() -> {
            out.writeEmptyElement(namespace.prefix(), name, namespace.uri());
            attributes(attributes);
        });
    }

    /** An element with only text. */
    void text(Namespace namespace, String name, String text) {
        write(() -> {
            out.writeStartElement(namespace.prefix(), name, namespace.uri());
            out.writeCharacters(text);
            out.writeEndElement();
        });
    }

    /** An element with text in a language. */
    void text(Namespace namespace, String name, String language, String text) {
        write(() -> {
            out.writeStartElement(namespace.prefix(), name, namespace.uri());
            out.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", language);
            out.writeCharacters(text);
            out.writeEndElement();
        });
    }

    /** A reference to another artefact. */
    void reference(@Nullable String... attributes) {
        write(() -> {
            out.writeEmptyElement("Ref");
            attributes(attributes);
        });
    }

    /** Ends the document. */
    void endDocument() {
        write(out::writeEndDocument);
    }

    /** How many bytes can be taken. */
    int size() {
        return bytes.size();
    }

    /** The bytes since the last call. */
    byte[] take() {
        write(out::flush);
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            if (name != null && value != null) {
                out.writeAttribute(name, value);
            }
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    /** Writing goes to memory, so a failure is a bug. */
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException mistake) {
            throw new IllegalStateException(mistake);
        }
    }
}
