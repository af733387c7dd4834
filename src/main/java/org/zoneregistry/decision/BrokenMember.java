package org.zoneregistry.decision;

/** A member of a request breaks a rule, alone or together with others. */
public final class BrokenMember extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Names the member to correct.
     *
     * @param member its name in the request's body, or in the stored event
     * @param message what is wrong, as a sentence without a subject and a full stop
     */
    public BrokenMember(String member, String message) {
        super(message);
        this.member = member;
    }

    /** The name of the member. */
    public String member() {
        return member;
    }
}
