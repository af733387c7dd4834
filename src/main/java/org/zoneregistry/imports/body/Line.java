package org.zoneregistry.imports.body;

import java.util.List;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.TradeEntry;

/** One line of a file. */
public sealed interface Line {

    /** The number of the line of text where it begins, from 1; the header line counts. */
    long number();

    /** Its values, in the order of the file's columns; there may be too few or too many. */
    List<String> fields();

    /** A line with an entry. */
    record WithEntry(long number, List<String> fields, TradeEntry entry) implements Line {

        public WithEntry {
            fields = List.copyOf(fields);
        }
    }

    /** A line without a readable entry, and the reason. */
    record WithoutEntry(long number, List<String> fields, Rejection why) implements Line {

        public WithoutEntry {
            fields = List.copyOf(fields);
        }
    }
}
