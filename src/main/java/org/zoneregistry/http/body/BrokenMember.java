package org.zoneregistry.http.body;

/** A rule between members that a body breaks. */
public final class BrokenMember extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Names the member that is to be mended.
     *
     * @param member its name in the body
     * @param message what is wrong, as a {@link org.zoneregistry.http.problem.Violation} has it
     */
    public BrokenMember(String member, String message) {
        super(message);
        this.member = member;
    }

    /** The name of the member in the body. */
    public String member() {
        return member;
    }
}
