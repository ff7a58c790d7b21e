package org.xueshi.organization;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xueshi.platform.Caller;
import org.xueshi.platform.CommonProblem;
import org.xueshi.platform.Refused;
import org.xueshi.platform.Refused.FieldError;
import org.xueshi.platform.Role;
import org.xueshi.reference.Regions;

/** Enters organizations and says who they are. */
@Service
public class Organizations {

    private final OrganizationStore store;
    private final Regions regions;
    private final Clock clock;

    Organizations(OrganizationStore store, Regions regions, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Enters an organization under the bureau of its region, or the nearest one above.
     *
     * @throws Refused when the code is taken, a region would get a second bureau, or an employer would have none
     */
    @Transactional
    public long enter(NewOrganization entered) {
        if (store.findByCode(entered.code().text()).isPresent()) {
            throw new Refused(OrganizationProblem.CODE_TAKEN)
                    .with("code", entered.code().text());
        }
        boolean bureau = entered.kinds().contains(OrganizationKind.BUREAU);
        if (bureau && store.findBureau(entered.region()).isPresent()) {
            throw new Refused(OrganizationProblem.BUREAU_TAKEN).with("region", regions.fullName(entered.region()));
        }
        Optional<Organization> over = bureauOver(entered.region(), bureau);
        if (over.isEmpty() && entered.kinds().contains(OrganizationKind.EMPLOYER)) {
            throw new Refused(OrganizationProblem.NO_BUREAU).with("region", regions.fullName(entered.region()));
        }
        return store.insert(entered, over.map(Organization::id).orElse(null), clock.instant());
    }

    /** Enters the bureau of a region. */
    @Transactional
    long enterBureau(NewBureauForm form) {
        OrganizationCode code = OrganizationCode.parse(form.code())
                .orElseThrow(() -> new Refused(
                        CommonProblem.INVALID,
                        List.of(new FieldError("code", "机构代码不正确：应为18位统一社会信用代码或9位组织机构代码，且校验位正确"))));
        if (!regions.isCurrent(form.region())) {
            throw new Refused(CommonProblem.INVALID, List.of(new FieldError("region", "请选择所在区域")));
        }
        return enter(new NewOrganization(
                form.name().strip(),
                code,
                Set.of(OrganizationKind.BUREAU),
                OrganizationNature.OTHER,
                form.region(),
                null,
                null,
                null));
    }

    /** 同级人社部门: the bureau of the region, or of the nearest region above that has one; a bureau's own is the next above. */
    private Optional<Organization> bureauOver(String region, boolean skipSame) {
        @Nullable String at = region;
        boolean skip = skipSame;
        while (at != null) {
            Optional<Organization> found = skip ? Optional.empty() : store.findBureau(at);
            if (found.isPresent()) {
                return found;
            }
            skip = false;
            at = regions.find(at).map(Regions.Region::parent).orElse(null);
        }
        return Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<Organization> find(long id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Organization get(long id) {
        return store.find(id).orElseThrow(() -> new Refused(CommonProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public Optional<Organization> findByCode(String code) {
        return store.findByCode(code);
    }

    /** Whether a caller administers an organization: his own, or one in the region his bureau oversees. */
    public boolean isUnder(Caller caller, Organization organization) {
        return switch (caller.role()) {
            case EMPLOYER_ADMIN, INSTITUTION_ADMIN, AUTHORITY_ADMIN -> organization.id() == caller.organization();
            case BUREAU_ADMIN -> organization.prefix().startsWith(caller.overseenRegion());
            case SYSTEM_ADMIN -> true;
            case LEARNER, SECURITY_ADMIN, AUDIT_ADMIN -> false;
        };
    }

    OrganizationDetail detail(Caller caller, long id) {
        Organization found = get(id);
        boolean seen = isUnder(caller, found)
                || (caller.is(Role.AUTHORITY_ADMIN)
                        && found.authorityId() != null
                        && found.authorityId() == caller.organization());
        if (!seen) {
            throw new Refused(CommonProblem.NOT_FOUND);
        }
        return new OrganizationDetail(
                found.id(),
                found.name(),
                found.code(),
                found.kinds().stream().sorted().toList(),
                found.nature(),
                regions.fullName(found.region()),
                name(found.bureauId()),
                name(found.authorityId()),
                found.address(),
                found.contact());
    }

    private @Nullable String name(@Nullable Long id) {
        return id == null ? null : store.find(id).map(Organization::name).orElse(null);
    }
}
