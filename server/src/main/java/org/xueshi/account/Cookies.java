package org.xueshi.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Sets and reads the gate's cookies: never readable by scripts, never sent along from other sites. */
@Component
class Cookies {

    private final boolean secure;
    private final String prefix;

    Cookies(@Value("${xueshi.web.secure-cookies:true}") boolean secure) {
        this.secure = secure;
        // The prefix makes browsers refuse the cookie unless it is secure, for this host and for the whole of it.
        this.prefix = secure ? "__Host-" : "";
    }

    @Nullable
    String read(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(prefix + name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** @param life zero deletes it; negative keeps it until the browser is closed */
    void write(HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(prefix + name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
