package org.xueshi.person;

/** What is masked everywhere else; shown once, to somebody who gave a reason. */
public record FullNumbers(String documentNumber, String phone, String email) {

    @Override
    public String toString() {
        return "FullNumbers[masked]";
    }
}
