package org.xueshi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.person.Contact;
import org.xueshi.person.IdDocument;
import org.xueshi.person.People;
import org.xueshi.person.Phone;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Open;
import org.xueshi.platform.Refused;
import org.xueshi.vault.Vault;

/** Passwords, and what resets them. */
@RestController
class PasswordController {

    private final Passwords passwords;
    private final Logins logins;
    private final Sessions sessions;
    private final GateStates states;
    private final Devices devices;
    private final Cookies cookies;
    private final People people;
    private final Vault vault;

    PasswordController(
            Passwords passwords,
            Logins logins,
            Sessions sessions,
            GateStates states,
            Devices devices,
            Cookies cookies,
            People people,
            Vault vault) {
        this.passwords = passwords;
        this.logins = logins;
        this.sessions = sessions;
        this.states = states;
        this.devices = devices;
        this.cookies = cookies;
        this.people = people;
        this.vault = vault;
    }

    /** 修改密码; this session goes on as a new one, all others end. */
    @Access
    @PutMapping("/api/me/password")
    void change(
            Caller caller,
            @Valid @RequestBody PasswordForms.ChangePasswordForm form,
            @RequestAttribute(SessionFilter.COOKIE) SessionCookie cookie,
            HttpServletRequest request,
            HttpServletResponse response) {
        passwords.change(caller, form.oldPassword(), form.password());
        sessions.end(cookie);
        GateState state = states.of(caller.accountId()).orElseThrow();
        SessionCookie fresh = sessions.begin(
                state, Devices.describe(request.getHeader(HttpHeaders.USER_AGENT)), request.getRemoteAddr());
        cookies.write(response, SessionFilter.COOKIE, fresh.encode(vault), SessionFilter.UNTIL_CLOSED);
    }

    /** 修改手机号、邮箱: where resets go, so the password is asked. */
    @Access
    @PutMapping("/api/me/contact")
    void changeContact(
            Caller caller, @Valid @RequestBody PasswordForms.ContactForm form, HttpServletResponse response) {
        Phone phone = Phone.parse(form.phone())
                .orElseThrow(() -> new Refused(
                        CommonProblem.INVALID, List.of(new Refused.FieldError("phone", "手机号不正确，请填写11位手机号"))));
        passwords.demandOwn(caller, form.password());
        passwords.changeContact(
                caller,
                new Contact(phone, form.email().strip(), null),
                personId -> people.changeContact(personId, phone, form.email().strip()));
    }

    /** 忘记登录密码: the answer is the same whether there is such an account or not. */
    @Open
    @PostMapping("/api/public/password-codes")
    void forgot(@Valid @RequestBody PasswordForms.ForgotPasswordForm form) {
        passwords.askForCode(form.login(), form.email(), form.phone(), devices.key(IdDocument.normalise(form.login())));
    }

    /** Sets a new password by the mailed code; the device it is done on is known from now on. */
    @Open
    @PostMapping("/api/public/password-resets")
    void reset(@Valid @RequestBody PasswordForms.ResetPasswordForm form, HttpServletResponse response) {
        passwords.resetByCode(form.login(), form.code(), form.password());
        devices.remember(response, IdDocument.normalise(form.login()));
        cookies.write(response, SessionFilter.COOKIE, "", Duration.ZERO);
    }

    /** Sets the first password of one's own after a one-time one. */
    @Open
    @PostMapping("/api/public/first-passwords")
    void first(@Valid @RequestBody PasswordForms.FirstPasswordForm form) {
        passwords.setBy(logins.byChangeToken(form.token()), form.password());
    }
}
