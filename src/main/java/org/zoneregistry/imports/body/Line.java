package org.zoneregistry.imports.body;

import java.util.List;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.TradeEntry;

/** One line of a file. */
public sealed interface Line {

    /** Where it begins: the number of a line of text, from 1, the header line included. */
    long number();

    /** What it says, in the order of the file's columns; as many as there are. */
    List<String> fields();

    /** A line with an entry. */
    record Legible(long number, List<String> fields, TradeEntry entry) implements Line {

        public Legible {
            fields = List.copyOf(fields);
        }
    }

    /** A line that has no entry, and why. */
    record Illegible(long number, List<String> fields, Rejection why) implements Line {

        public Illegible {
            fields = List.copyOf(fields);
        }
    }
}
