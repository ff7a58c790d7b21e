package org.xueshi.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.organization.Organizations;
import org.xueshi.person.Application;
import org.xueshi.person.People;
import org.xueshi.person.Person;
import org.xueshi.person.PersonStatus;
import org.xueshi.platform.Challenges;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Mail;
import org.xueshi.platform.Mails;
import org.xueshi.platform.Refused;
import org.xueshi.review.Place;
import org.xueshi.review.ReviewStep;
import org.xueshi.review.StepOutcome;
import org.xueshi.vault.Vault;

/**
 * Registers learners, and lets them follow, correct and withdraw their registration before they can log in. What a visitor is
 * answered never tells whether a number is registered: its owner gets a mail instead.
 */
@Service
public class Registrations {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final String TOKEN_PLACE = "account.registration-token";

    private final AccountStore store;
    private final GateStates states;
    private final Logins logins;
    private final PasswordHasher hasher;
    private final People people;
    private final Organizations organizations;
    private final Challenges challenges;
    private final Mails mails;
    private final Vault vault;
    private final Clock clock;

    Registrations(
            AccountStore store,
            GateStates states,
            Logins logins,
            PasswordHasher hasher,
            People people,
            Organizations organizations,
            Challenges challenges,
            Mails mails,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.logins = logins;
        this.hasher = hasher;
        this.people = people;
        this.organizations = organizations;
        this.challenges = challenges;
        this.mails = mails;
        this.vault = vault;
        this.clock = clock;
    }

    /** Hands a registration in. */
    @Transactional
    public void register(RegisterForm form, Logins.Origin origin) {
        Application application = people.read(form.application());
        String login = application.document().number();
        if (form.existingUser()) {
            Account account = logins.authenticate(login, form.password(), origin);
            if (account.personId() != null) {
                warnOwner(account);
                return;
            }
            store.attachPerson(account.id(), people.apply(application, uploader(form)));
            states.forget(account.id());
            return;
        }
        PasswordRule.demand(form.password(), known(application));
        String hash = hasher.hash(form.password());
        Optional<Account> taken = store.findByLogin(login);
        boolean withdrawn = taken.map(Account::personId)
                .flatMap(people::find)
                .filter(person -> person.status() == PersonStatus.WITHDRAWN)
                .isPresent();
        if (taken.isPresent() && !withdrawn) {
            warnOwner(taken.get());
            return;
        }
        long personId = people.apply(application, uploader(form));
        if (taken.isPresent()) {
            store.setPassword(taken.get().id(), hash, false);
        } else {
            store.insert(application.name(), login, personId, null, hash, false, clock.instant());
        }
    }

    private void warnOwner(Account account) {
        store.contact(account)
                .ifPresent(contact -> mails.handIn(new Mail(
                        contact.email(),
                        "注册提醒",
                        "您好，%s：\n\n有人使用您的证件号提交了注册。您此前已经注册，本次提交没有改变您的任何信息。\n如果是您本人，请直接登录；忘记密码请在登录页面点击“忘记登录密码”。如非本人操作，可以忽略本邮件。"
                                .formatted(account.name()))));
    }

    private static List<String> known(Application application) {
        return PasswordRule.known(
                application.document().number(), application.contact().phone().number(), application.name());
    }

    /** 注册审核进度查询. Outside of a transaction: what was answered to the challenge is spent even when the password is wrong. */
    RegistrationStanding standing(ProgressQuery query, Logins.Origin origin) {
        challenges.demand(query.challenge());
        Account account = logins.authenticate(query.documentNumber(), query.password(), origin);
        if (account.personId() == null) {
            throw new Refused(AccountProblem.WRONG_PASSWORD);
        }
        return standing(people.get(account.personId()));
    }

    private RegistrationStanding standing(Person person) {
        Optional<People.RegistrationProgress> progress = people.progress(person.id());
        List<ReviewStep> steps =
                progress.map(People.RegistrationProgress::steps).orElse(List.of());
        boolean waiting = person.status() == PersonStatus.PENDING;
        return new RegistrationStanding(
                person.name(),
                person.status(),
                organizations.get(person.employerId()).name(),
                progress.flatMap(found -> found.reviewCase().holder())
                        .map(Place::name)
                        .orElse(null),
                waiting
                        ? progress.map(found -> found.reviewCase().waitingSince())
                                .orElse(null)
                        : null,
                person.status() == PersonStatus.SENT_BACK ? lastReason(steps) : null,
                steps,
                token(person.id()));
    }

    private static @Nullable String lastReason(List<ReviewStep> steps) {
        return steps.stream()
                .filter(step -> step.outcome() == StepOutcome.SENT_BACK)
                .reduce((earlier, later) -> later)
                .map(ReviewStep::reason)
                .orElse(null);
    }

    /** 撤回申请. */
    @Transactional
    public void withdraw(String token) {
        people.withdraw(personOf(token));
    }

    /** What was filled in, to be corrected after it was sent back. */
    @Transactional(readOnly = true)
    Person filledIn(String token) {
        return people.get(personOf(token));
    }

    /** Hands a registration in again after it was sent back; the document stays the same. */
    @Transactional
    public void submitAgain(AgainForm form) {
        Person person = people.get(personOf(form.token()));
        Application application = people.read(form.application());
        if (!application.document().equals(person.document())) {
            throw new Refused(
                    CommonProblem.INVALID,
                    List.of(new Refused.FieldError("application.documentNumber", "证件号不能修改；如填写有误，请撤回后重新注册")));
        }
        people.apply(application, uploader(form.uploadToken()));
    }

    private String token(long personId) {
        byte[] content = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(personId)
                .putLong(clock.instant().plus(TOKEN_LIFE).getEpochSecond())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(TOKEN_PLACE, content));
    }

    private long personOf(String token) {
        try {
            ByteBuffer content = ByteBuffer.wrap(
                    vault.open(TOKEN_PLACE, Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII))));
            long personId = content.getLong();
            if (clock.instant().isAfter(Instant.ofEpochSecond(content.getLong()))) {
                throw new Refused(AccountProblem.LINK_EXPIRED);
            }
            return personId;
        } catch (IllegalArgumentException | IllegalStateException forged) {
            throw new Refused(AccountProblem.LINK_EXPIRED);
        }
    }

    private static String uploader(RegisterForm form) {
        return uploader(form.uploadToken());
    }

    /** Visitors' uploads are kept apart by a random token that only their browser knows. */
    static String uploader(@Nullable String token) {
        return "visitor:" + token;
    }
}
