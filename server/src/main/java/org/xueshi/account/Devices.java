package org.xueshi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xueshi.vault.KeyPurpose;
import org.xueshi.vault.Vault;

/**
 * Remembers, in a signed cookie, on which device somebody logged in before: attempts from there are counted apart, so that a
 * stranger who knows an ID number cannot keep its owner out.
 */
@Component
class Devices {

    private static final String COOKIE = "device";
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Pattern SYSTEM =
            Pattern.compile("(Windows|Android|iPhone|iPad|Macintosh|HarmonyOS|OpenHarmony|Linux)");
    private static final Pattern BROWSER =
            Pattern.compile("(MicroMessenger|Edg|QQBrowser|360SE|Firefox|Chrome|Safari)/([0-9]+)");

    private final Cookies cookies;
    private final Vault vault;

    Devices(Cookies cookies, Vault vault) {
        this.cookies = cookies;
        this.vault = vault;
    }

    boolean isKnown(HttpServletRequest request, String login) {
        return mark(login).equals(cookies.read(request, COOKIE));
    }

    void remember(HttpServletResponse response, String login) {
        cookies.write(response, COOKIE, mark(login), LIFE);
    }

    private String mark(String login) {
        byte[] mac = vault.mac(KeyPurpose.SESSION, "device", login.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** A key that stands for an account in the counters without telling its number. */
    String key(String login) {
        return HexFormat.of()
                .formatHex(vault.mac(KeyPurpose.TOKEN, "throttle", login.getBytes(StandardCharsets.UTF_8)), 0, 12);
    }

    /** 浏览器与系统, as far as the browser says. */
    static String describe(@Nullable String agent) {
        if (agent == null) {
            return "未知设备";
        }
        String system = first(SYSTEM.matcher(agent), "未知系统");
        Matcher browser = BROWSER.matcher(agent);
        return system + " · " + (browser.find() ? browser.group(1) + " " + browser.group(2) : "未知浏览器");
    }

    private static String first(Matcher matcher, String otherwise) {
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
