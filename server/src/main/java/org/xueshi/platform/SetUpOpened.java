package org.xueshi.platform;

/** An empty platform waits for its first administrator, who sets himself up with this token. */
public record SetUpOpened(String token) {

    @Override
    public String toString() {
        return "SetUpOpened[hidden]";
    }
}
