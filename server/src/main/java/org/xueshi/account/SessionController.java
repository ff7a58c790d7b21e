package org.xueshi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.person.IdDocument;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Open;
import org.xueshi.platform.Unrepeatable;
import org.xueshi.vault.Vault;

/** Login, logout, and where one is logged in. */
@RestController
class SessionController {

    private final Logins logins;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Devices devices;
    private final Vault vault;

    SessionController(Logins logins, Sessions sessions, Cookies cookies, Devices devices, Vault vault) {
        this.logins = logins;
        this.sessions = sessions;
        this.cookies = cookies;
        this.devices = devices;
        this.vault = vault;
    }

    @Open
    @Unrepeatable(
            "A repeated login begins another session, which its owner can see and end; its challenge is good once.")
    @PostMapping("/api/session")
    SessionDetail login(@Valid @RequestBody LoginForm form, HttpServletRequest request, HttpServletResponse response) {
        String login = IdDocument.normalise(form.login());
        Logins.LetIn letIn = logins.login(form, origin(request, devices, login));
        cookies.write(response, SessionFilter.COOKIE, letIn.cookie().encode(vault), SessionFilter.UNTIL_CLOSED);
        devices.remember(response, login);
        return letIn.detail();
    }

    static Logins.Origin origin(HttpServletRequest request, Devices devices, String login) {
        return new Logins.Origin(
                devices.isKnown(request, login),
                Devices.describe(request.getHeader(HttpHeaders.USER_AGENT)),
                request.getRemoteAddr());
    }

    /** Who is logged in, and as what. */
    @Access
    @GetMapping("/api/session")
    SessionDetail session(Caller caller) {
        return logins.detail(caller);
    }

    @Access
    @Unrepeatable("Ending an ended session changes nothing.")
    @DeleteMapping("/api/session")
    void logout(@RequestAttribute(SessionFilter.COOKIE) SessionCookie cookie, HttpServletResponse response) {
        logins.logout(cookie);
        cookies.write(response, SessionFilter.COOKIE, "", Duration.ZERO);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /** 登录设备. */
    @Access
    @GetMapping("/api/me/sessions")
    List<SessionRow> mySessions(Caller caller, @RequestAttribute(SessionFilter.COOKIE) SessionCookie cookie) {
        return sessions.list(caller.accountId(), cookie);
    }

    @Access
    @DeleteMapping("/api/me/sessions/{id}")
    void end(Caller caller, @PathVariable String id) {
        logins.endElsewhere(caller, id);
    }
}
