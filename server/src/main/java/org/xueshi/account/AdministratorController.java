package org.xueshi.account;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xueshi.platform.Access;
import org.xueshi.platform.Caller;
import org.xueshi.platform.Page;
import org.xueshi.platform.PageQuery;
import org.xueshi.platform.Role;

/** 管理人员管理. */
@RestController
class AdministratorController {

    private final Administrators administrators;

    AdministratorController(Administrators administrators) {
        this.administrators = administrators;
    }

    @Access({
        Role.EMPLOYER_ADMIN,
        Role.INSTITUTION_ADMIN,
        Role.AUTHORITY_ADMIN,
        Role.BUREAU_ADMIN,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN
    })
    @GetMapping("/api/administrators")
    Page<AdministratorRow> administrators(
            Caller caller, @RequestParam(required = false) @Nullable Long organizationId, PageQuery page) {
        return administrators.list(caller, organizationId, page);
    }

    @Access({Role.EMPLOYER_ADMIN, Role.INSTITUTION_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN, Role.SYSTEM_ADMIN})
    @PostMapping("/api/administrators")
    @ResponseStatus(HttpStatus.CREATED)
    OneTimePassword add(Caller caller, @Valid @RequestBody NewAdministratorForm form) {
        return administrators.add(caller, form);
    }

    @Access({
        Role.EMPLOYER_ADMIN,
        Role.INSTITUTION_ADMIN,
        Role.AUTHORITY_ADMIN,
        Role.BUREAU_ADMIN,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN
    })
    @DeleteMapping("/api/administrators/{grantId}")
    void revoke(Caller caller, @PathVariable long grantId) {
        administrators.revoke(caller, grantId);
    }

    /** 初始化密码. */
    @Access({Role.EMPLOYER_ADMIN, Role.INSTITUTION_ADMIN, Role.AUTHORITY_ADMIN, Role.BUREAU_ADMIN, Role.SYSTEM_ADMIN})
    @PostMapping("/api/administrators/{grantId}/password-reset")
    OneTimePassword resetPassword(Caller caller, @PathVariable long grantId) {
        return administrators.resetPassword(caller, grantId);
    }

    /** The employer resets the password of one of its people, who forgot mail and phone (S3 §8). */
    @Access({Role.EMPLOYER_ADMIN, Role.BUREAU_ADMIN})
    @PostMapping("/api/people/{personId}/password-reset")
    OneTimePassword resetPasswordOf(Caller caller, @PathVariable long personId) {
        return administrators.resetPasswordOf(caller, personId);
    }
}
