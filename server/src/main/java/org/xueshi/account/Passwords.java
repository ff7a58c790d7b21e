package org.xueshi.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.person.Contact;
import org.xueshi.person.Phone;
import org.xueshi.platform.Audit;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Mail;
import org.xueshi.platform.Mails;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Throttle;

/** Changes passwords: by their owner, by a mailed code, or by an administrator who never learns the one that lasts. */
@Service
public class Passwords {

    private static final int CODE_LENGTH = 8;
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int ONE_TIME_LENGTH = 12;

    private final AccountStore store;
    private final GateStates states;
    private final PasswordHasher hasher;
    private final OneTimeCodes codes;
    private final Mails mails;
    private final Audit audit;
    private final Throttle asked;
    private final Throttle guessed;

    Passwords(
            AccountStore store,
            GateStates states,
            PasswordHasher hasher,
            OneTimeCodes codes,
            Mails mails,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.hasher = hasher;
        this.codes = codes;
        this.mails = mails;
        this.audit = audit;
        this.asked = new Throttle(5, Duration.ofHours(1), clock);
        this.guessed = new Throttle(10, Duration.ofMinutes(15), clock);
    }

    /** 修改密码: with the old one. All other sessions end. */
    @Transactional
    public void change(Caller caller, String oldPassword, String newPassword) {
        set(own(caller, oldPassword, "oldPassword", "原始密码不正确"), newPassword);
    }

    /** Whether the caller's password is this one: asked again before something that must not be done by a borrowed session. */
    void demandOwn(Caller caller, String password) {
        own(caller, password, "password", "登录密码不正确");
    }

    /** The caller's account, if the password is its; a borrowed session does not get to try many. */
    private Account own(Caller caller, String password, String field, String otherwise) {
        Account account = store.find(caller.accountId()).orElseThrow();
        long seconds = guessed.secondsToWait(caller.principal());
        if (seconds > 0) {
            throw new Refused(CommonProblem.TOO_MANY).with("seconds", seconds);
        }
        if (!hasher.matches(password, account.passwordHash())) {
            guessed.note(caller.principal());
            throw new Refused(AccountProblem.WRONG_OLD_PASSWORD, List.of(new Refused.FieldError(field, otherwise)));
        }
        return account;
    }

    /** Changes how an account is reached; resets go there, so it needs the password. */
    @Transactional
    void changeContact(Caller caller, Contact contact, LongConsumer ofPerson) {
        Account account = store.find(caller.accountId()).orElseThrow();
        if (account.personId() == null) {
            store.setContact(account.id(), contact);
        } else {
            ofPerson.accept(account.personId());
        }
        audit.note("account.contact-changed", account.id(), null);
    }

    /** Sets the password of somebody who came with a one-time one. */
    @Transactional
    void setBy(Account account, String newPassword) {
        set(account, newPassword);
    }

    /**
     * 忘记登录密码: mails a code when number, mail and phone belong together; the answer is the same when they do not.
     */
    @Transactional
    void askForCode(String login, String email, String phone, String accountKey) {
        if (asked.secondsToWait(accountKey) > 0) {
            return;
        }
        asked.note(accountKey);
        Optional<Account> account = store.findByLogin(login).filter(Account::active);
        Optional<Contact> contact = account.flatMap(store::contact)
                .filter(found -> found.email().equalsIgnoreCase(email.strip()))
                .filter(found ->
                        Phone.parse(phone).filter(found.phone()::equals).isPresent());
        if (account.isEmpty() || contact.isEmpty()) {
            return;
        }
        String code = codes.make(account.get().id(), OneTimeCodes.Purpose.RESET, CODE_LENGTH, CODE_LIFE);
        mails.handIn(new Mail(
                contact.get().email(),
                "重置登录密码",
                "您好，%s：\n\n您正在重置登录密码，验证码为：%s\n\n验证码 10 分钟内有效。如非本人操作，请忽略本邮件，您的密码不会改变。"
                        .formatted(account.get().name(), code)));
    }

    /** Sets a new password by a mailed code. @throws Refused when the code is wrong, used or late, or the password is weak */
    @Transactional
    Account resetByCode(String login, String code, String newPassword) {
        Account account = store.findByLogin(login)
                .filter(Account::active)
                .filter(found -> codes.isRight(found.id(), OneTimeCodes.Purpose.RESET, code))
                .orElseThrow(Passwords::wrongCode);
        if (!codes.spend(account.id(), OneTimeCodes.Purpose.RESET)) {
            throw wrongCode();
        }
        set(account, newPassword);
        return account;
    }

    private static Refused wrongCode() {
        return new Refused(AccountProblem.WRONG_CODE, List.of(new Refused.FieldError("code", "验证码不正确或已失效")));
    }

    /**
     * An administrator's reset: a random password that is shown once and good for setting a new one. Never derived from anything,
     * unlike the sources' 身份证后6位 and 000000.
     */
    @Transactional
    String giveOneTime(long accountId) {
        String given = codes.randomText(ONE_TIME_LENGTH);
        store.setPassword(accountId, hasher.hash(given), true);
        states.forget(accountId);
        audit.note("account.password-reset", accountId, null);
        tell(store.find(accountId).orElseThrow(), "您的登录密码已由管理员重置，请使用管理员告知的一次性密码登录并设置新密码。如有疑问，请联系所在单位管理员。");
        return given;
    }

    private void set(Account account, String newPassword) {
        List<String> known = new ArrayList<>(account.knownFacts());
        store.contact(account).ifPresent(contact -> known.add(contact.phone().number()));
        PasswordRule.demand(newPassword, known);
        store.setPassword(account.id(), hasher.hash(newPassword), false);
        states.forget(account.id());
        audit.note("account.password-changed", account.id(), Map.of());
        tell(account, "您的登录密码已修改，其他设备上的登录已全部退出。如非本人操作，请立即通过“忘记登录密码”重置，并联系管理员。");
    }

    private void tell(Account account, String text) {
        store.contact(account)
                .ifPresent(contact -> mails.handIn(
                        new Mail(contact.email(), "登录密码变更提醒", "您好，%s：\n\n%s".formatted(account.name(), text))));
    }
}
