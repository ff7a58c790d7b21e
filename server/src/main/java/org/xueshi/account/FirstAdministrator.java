package org.xueshi.account;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.person.Contact;
import org.xueshi.person.IdDocument;
import org.xueshi.person.Phone;
import org.xueshi.platform.Acting;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Refused.FieldError;
import org.xueshi.platform.Role;
import org.xueshi.platform.SetUpOpened;

/**
 * An empty platform has no account and no default password: at its start a token is printed on the terminal, good once, with which
 * the first administrator sets himself up.
 */
@Service
public class FirstAdministrator {

    private static final int TOKEN_LENGTH = 20;
    private static final Duration TOKEN_LIFE = Duration.ofDays(1);

    private final AccountStore store;
    private final Administrators administrators;
    private final OneTimeCodes codes;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String address;
    private final boolean demo;

    FirstAdministrator(
            AccountStore store,
            Administrators administrators,
            OneTimeCodes codes,
            PasswordHasher hasher,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${xueshi.address}") String address,
            @Value("${xueshi.demo}") boolean demo) {
        this.store = store;
        this.administrators = administrators;
        this.codes = codes;
        this.hasher = hasher;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.address = address;
        this.demo = demo;
    }

    /** After everything that may bring accounts of its own. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    void printToken() {
        if (!store.isEmpty()) {
            return;
        }
        String token = Acting.as(
                "set-up",
                () -> transaction.execute(
                        status -> codes.make(null, OneTimeCodes.Purpose.SET_UP, TOKEN_LENGTH, TOKEN_LIFE)));
        events.publishEvent(new SetUpOpened(token));
        if (demo) {
            return;
        }
        String shown = token.replaceAll("(.{5})(?=.)", "$1-");
        // On the terminal and nowhere else: the log may be kept and read by others.
        System.out.printf(
                "%n  平台尚未设置管理员 · No administrator yet%n  %s/set-up%n  一次性令牌 · one-time token: %s%n%n", address, shown);
    }

    boolean isOpen() {
        return store.isEmpty();
    }

    /** Makes the first system administrator. @throws Refused when there is one, or the token is wrong */
    @Transactional
    void setUp(SetUpForm form) {
        if (!store.isEmpty()) {
            throw new Refused(AccountProblem.ALREADY_SET_UP);
        }
        if (!codes.isRight(null, OneTimeCodes.Purpose.SET_UP, form.token())) {
            throw new Refused(AccountProblem.WRONG_CODE, List.of(new FieldError("token", "令牌不正确或已失效，请查看服务器终端")));
        }
        IdDocument document = IdDocument.parse(form.documentType(), form.documentNumber(), LocalDate.now(clock))
                .orElseThrow(() -> wrong("documentNumber", "证件号不正确，请核对位数、出生日期和最后一位校验码"));
        Optional<Phone> phone = Phone.parse(form.phone());
        Contact contact = new Contact(
                phone.orElseThrow(() -> wrong("phone", "手机号不正确，请填写11位手机号")),
                form.email().strip(),
                null);
        PasswordRule.demand(
                form.password(),
                PasswordRule.known(document.number(), contact.phone().number(), form.name()));
        if (!codes.spend(null, OneTimeCodes.Purpose.SET_UP)) {
            throw new Refused(AccountProblem.ALREADY_SET_UP);
        }
        long id = store.insert(
                form.name().strip(),
                document.number(),
                null,
                contact,
                hasher.hash(form.password()),
                false,
                clock.instant());
        administrators.grant(id, Role.SYSTEM_ADMIN, null, null);
    }

    private static Refused wrong(String field, String message) {
        return new Refused(CommonProblem.INVALID, List.of(new FieldError(field, message)));
    }
}
