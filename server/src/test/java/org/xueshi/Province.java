package org.xueshi;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xueshi.account.TestAccounts;
import org.xueshi.files.StoredFiles;
import org.xueshi.ledger.Credit;
import org.xueshi.ledger.Ledger;
import org.xueshi.ledger.Source;
import org.xueshi.organization.NewOrganization;
import org.xueshi.organization.Organization;
import org.xueshi.organization.OrganizationCode;
import org.xueshi.organization.OrganizationKind;
import org.xueshi.organization.OrganizationNature;
import org.xueshi.organization.Organizations;
import org.xueshi.person.ApplicationForm;
import org.xueshi.person.DocumentType;
import org.xueshi.person.People;
import org.xueshi.person.PersonCategory;
import org.xueshi.platform.Acting;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Role;
import org.xueshi.policy.Hours;
import org.xueshi.policy.LearningMode;
import org.xueshi.review.Decision;

/**
 * A small province for tests: bureaus of Henan, Zhengzhou and Jinshui, an industry authority, and as many employers and people as a
 * test asks for; each of them its own, so that tests do not meet.
 */
@Component
public class Province {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Organizations organizations;
    private final People people;
    private final TestAccounts accounts;
    private final StoredFiles files;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    Province(
            Organizations organizations,
            People people,
            TestAccounts accounts,
            StoredFiles files,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.files = files;
        this.organizations = organizations;
        this.people = people;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** The bureau of a region, made when there is none. */
    public Organization bureau(String region) {
        return accounts.bureau(region).orElseGet(() -> {
            if (!region.endsWith("0000")) {
                bureau(region.endsWith("00") ? region.substring(0, 2) + "0000" : region.substring(0, 4) + "00");
            }
            return enter(
                    "人力资源和社会保障局" + region, Set.of(OrganizationKind.BUREAU), OrganizationNature.OTHER, region, null);
        });
    }

    public Organization authority() {
        bureau("410000");
        return enter("省级行业主管部门", Set.of(OrganizationKind.AUTHORITY), OrganizationNature.OTHER, "410000", null);
    }

    public Organization organization(@Nullable Long id) {
        return organizations.get(java.util.Objects.requireNonNull(id));
    }

    /** A public institution in Jinshui, Zhengzhou, Henan. */
    public Organization employer(@Nullable Organization authority) {
        return employer("410105", authority);
    }

    public Organization employer(String region, @Nullable Organization authority) {
        bureau(region);
        return enter(
                "示例中学",
                EnumSet.of(OrganizationKind.EMPLOYER),
                OrganizationNature.PUBLIC_INSTITUTION,
                region,
                authority);
    }

    private Organization enter(
            String name,
            Set<OrganizationKind> kinds,
            OrganizationNature nature,
            String region,
            @Nullable Organization authority) {
        String unique = name + COUNT.incrementAndGet();
        OrganizationCode code = OrganizationCodes.next();
        long id = as(() -> organizations.enter(new NewOrganization(
                unique, code, kinds, nature, region, authority == null ? null : authority.id(), null, null)));
        return organizations.get(id);
    }

    /** A form that is filled in rightly. */
    public static ApplicationForm form(long employerId, String idNumber, String name) {
        return form(employerId, idNumber, name, null);
    }

    public static ApplicationForm form(long employerId, String idNumber, String name, @Nullable UUID photo) {
        return new ApplicationForm(
                employerId,
                PersonCategory.PROFESSIONAL,
                name,
                DocumentType.RIC,
                idNumber,
                "138" + idNumber.substring(9, 17),
                "p" + idNumber.toLowerCase(java.util.Locale.ROOT) + "@example.cn",
                null,
                "教务处",
                null,
                null,
                "01",
                "410000",
                "21",
                "河南大学",
                "汉语言文学",
                java.time.LocalDate.of(2001, 7, 1),
                "MID",
                "22",
                "一级教师",
                java.time.LocalDate.of(2015, 9, 1),
                photo);
    }

    /** A learner whose registration was passed. */
    public Caller learner(Organization employer, String name) {
        Caller pending = pending(employer, name);
        Caller reviewer = admin(Role.EMPLOYER_ADMIN, employer);
        as(() -> people.decide(reviewer, pending.person(), new Decision(true, null, null, null)));
        return pending;
    }

    /** A learner whose registration waits. */
    public Caller pending(Organization employer, String name) {
        String idNumber = IdNumbers.next();
        UUID photo = files.uploadImage(Pictures.png(40, 50), "photo.png", "visitor:test")
                .id();
        long personId = as(() -> people.apply(people.read(form(employer.id(), idNumber, name, photo)), "visitor:test"));
        long accountId = as(() -> accounts.insert(name, idNumber, personId));
        return new Caller(accountId, personId, name, Role.LEARNER, null, null);
    }

    /** Somebody who administers an organization, and is no learner. */
    public Caller admin(Role role, Organization organization) {
        String name = "管理员" + COUNT.incrementAndGet();
        long accountId = as(() -> accounts.insert(name, IdNumbers.next(), null));
        as(() -> accounts.grant(accountId, role, organization.id()));
        return new Caller(accountId, null, name, role, organization.id(), organization.prefix());
    }

    /** The same natural person, who now also administers an organization. */
    public Caller adminAs(Caller somebody, Role role, Organization organization) {
        as(() -> accounts.grant(somebody.accountId(), role, organization.id()));
        return new Caller(
                somebody.accountId(),
                somebody.personId(),
                somebody.name(),
                role,
                organization.id(),
                organization.prefix());
    }

    /** Somebody who administers the system. */
    public Caller systemAdmin(Role role) {
        String name = "管理员" + COUNT.incrementAndGet();
        long accountId = as(() -> accounts.insert(name, IdNumbers.next(), null));
        as(() -> accounts.grant(accountId, role, null));
        return new Caller(accountId, null, name, role, null, null);
    }

    /** Does something in a transaction, as a test. */
    public <T> T as(java.util.function.Supplier<T> work) {
        return Acting.as("test", () -> transaction.execute(status -> work.get()));
    }

    /** A line of the ledger that came from nowhere in particular. */
    public void credit(Caller learner, String scheme, int year, String subject, String hours) {
        as(() -> ledger.record(
                new Credit(
                        learner.person(),
                        scheme,
                        year,
                        subject,
                        "F01_BASE",
                        "继续教育基地培训班",
                        "研修班",
                        null,
                        LearningMode.OFFLINE,
                        Hours.of(hours),
                        Hours.ZERO,
                        new Source("TEST", UUID.randomUUID().toString()),
                        null,
                        "金水区人社局",
                        "第七条",
                        1,
                        null,
                        null),
                null));
    }

    public void run(Runnable work) {
        as(() -> {
            work.run();
            return Optional.empty();
        });
    }
}
