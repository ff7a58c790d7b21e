package org.xueshi.account;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Throttle;

/**
 * Slows down guessing without locking anybody out. Login names are ID numbers and can be guessed, so failures from unknown devices
 * delay unknown devices only; a device its owner used before has a count of its own, and a mailed code makes a new device known.
 */
@Component
class LoginThrottle {

    private final Throttle knownDevice;
    private final Throttle unknownDevices;
    private final Throttle unknownDevicesLong;
    private final Throttle address;

    LoginThrottle(Clock clock) {
        this.knownDevice = new Throttle(10, Duration.ofMinutes(15), clock);
        this.unknownDevices = new Throttle(5, Duration.ofMinutes(15), clock);
        this.unknownDevicesLong = new Throttle(40, Duration.ofHours(12), clock);
        this.address = new Throttle(300, Duration.ofMinutes(10), clock);
    }

    /** @throws Refused when there were too many failures, saying how long to wait and what helps at once */
    void demand(String account, boolean known, String from) {
        long seconds = known
                ? knownDevice.secondsToWait(account)
                : Math.max(unknownDevices.secondsToWait(account), unknownDevicesLong.secondsToWait(account));
        if (seconds > 0) {
            throw new Refused(known ? CommonProblem.TOO_MANY : AccountProblem.UNKNOWN_DEVICE_WAITS)
                    .with("seconds", seconds)
                    .with("minutes", (seconds + 59) / 60);
        }
        // A whole school stands behind one address: a stranger among them must not keep those out who are known here.
        long fromAddress = known ? 0 : address.secondsToWait(from);
        if (fromAddress > 0) {
            throw new Refused(CommonProblem.TOO_MANY).with("seconds", fromAddress);
        }
    }

    void failed(String account, boolean known, String from) {
        if (known) {
            knownDevice.note(account);
        } else {
            unknownDevices.note(account);
            unknownDevicesLong.note(account);
            address.note(from);
        }
    }

    void succeeded(String account, boolean known) {
        if (known) {
            knownDevice.forget(account);
        }
    }
}
