package org.xueshi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xueshi.files.StoredFile;
import org.xueshi.files.StoredFiles;
import org.xueshi.person.IdDocument;
import org.xueshi.platform.Open;
import org.xueshi.platform.Throttle;
import org.xueshi.platform.Unrepeatable;

/** 注册, 注册审核进度查询 and 撤回申请: all without being logged in. */
@RestController
class RegisterController {

    private final Registrations registrations;
    private final StoredFiles files;
    private final Devices devices;
    private final Throttle uploads;
    private final Throttle attempts;

    RegisterController(Registrations registrations, StoredFiles files, Devices devices, Clock clock) {
        this.registrations = registrations;
        this.files = files;
        this.devices = devices;
        // A whole school may register from one address on one morning; nobody needs more than this.
        this.uploads = new Throttle(200, Duration.ofHours(1), clock);
        this.attempts = new Throttle(300, Duration.ofHours(1), clock);
    }

    /** A photo for a registration. @param token random text made by the browser; the registration names it again */
    @Open
    @PostMapping(path = "/api/public/registration-photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredFile photo(
            @RequestParam @Size(min = 16, max = 80) String token,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        uploads.demand(request.getRemoteAddr());
        return files.uploadImage(file.getBytes(), file.getOriginalFilename(), Registrations.uploader(token));
    }

    @Open
    @PostMapping("/api/public/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    void register(@Valid @RequestBody RegisterForm form, HttpServletRequest request) {
        attempts.demand(request.getRemoteAddr());
        String login = IdDocument.normalise(form.application().documentNumber());
        registrations.register(form, SessionController.origin(request, devices, login));
    }

    @Open
    @Unrepeatable("It only reads; its challenge is good once.")
    @PostMapping("/api/public/registration-queries")
    RegistrationStanding progress(@Valid @RequestBody ProgressQuery query, HttpServletRequest request) {
        String login = IdDocument.normalise(query.documentNumber());
        return registrations.standing(query, SessionController.origin(request, devices, login));
    }

    /** 撤回申请. */
    @Open
    @PostMapping("/api/public/registration-withdrawals")
    void withdraw(@Valid @RequestBody WithdrawalForm form) {
        registrations.withdraw(form.token());
    }

    /** What was filled in, to be corrected after it was sent back. */
    @Open
    @Unrepeatable("It only reads; a token does not belong into a URL.")
    @PostMapping("/api/public/registration-drafts")
    RegistrationDraft draft(@Valid @RequestBody WithdrawalForm form) {
        return RegistrationDraft.of(registrations.filledIn(form.token()));
    }

    @Open
    @PostMapping("/api/public/registration-corrections")
    void submitAgain(@Valid @RequestBody AgainForm form) {
        registrations.submitAgain(form);
    }

    record WithdrawalForm(@NotBlank @Size(max = 300) String token) {}
}
