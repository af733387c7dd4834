package org.zoneregistry.http.body;

/** A body breaks a rule between its members. */
public final class BrokenMember extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Names the member to correct.
     *
     * @param member its name in the body
     * @param message what is wrong, in the form of a {@link org.zoneregistry.http.problem.Violation}
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
