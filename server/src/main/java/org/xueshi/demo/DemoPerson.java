package org.xueshi.demo;

/**
 * Somebody of the demo province who can log in.
 *
 * @param role which kind of user to choose: {@code LEARNER}
 * @param kind the same in the interface's words
 * @param place what he belongs to
 */
record DemoPerson(String role, String kind, String name, String place, String login, String password) {

    @Override
    public String toString() {
        return "DemoPerson[" + kind + " " + name + "]";
    }
}
