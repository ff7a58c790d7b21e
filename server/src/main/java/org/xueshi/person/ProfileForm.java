package org.xueshi.person;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person may change of his profile by himself, as far as his pack does not lock it. Titles are not among it: the employer
 * passes them.
 *
 * @param version of the profile that was read: a stale page does not overwrite a newer one
 * @param photo a new photo, just uploaded; null keeps the one there is
 */
record ProfileForm(
        int version,
        @Nullable @Size(max = 60, message = "所属工作部门不得超过60字") String department,
        @Nullable String ethnicGroup,
        @Nullable String nativePlace,
        @Nullable String education,
        @Nullable @Size(max = 100, message = "毕业院校不得超过100字") String school,
        @Nullable @Size(max = 100, message = "所学专业不得超过100字") String major,
        @Nullable LocalDate graduatedOn,
        @Nullable @Size(max = 30, message = "固定电话不得超过30字") String landline,
        @Nullable UUID photo) {

    static ProfileForm of(Person person) {
        Profile profile = person.profile();
        return new ProfileForm(
                person.version(),
                profile.department(),
                profile.ethnicGroup(),
                profile.nativePlace(),
                profile.education(),
                profile.school(),
                profile.major(),
                profile.graduatedOn(),
                person.contact().landline(),
                null);
    }
}
