package org.zoneregistry.imports.job;

/** How far a run has come; every count includes those before it. */
public record Tally(long bytesRead, long recorded, long alreadyThere, long refused, long position) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** All lines that were decided. */
    public long linesRead() {
        return recorded + alreadyThere + refused;
    }
}
