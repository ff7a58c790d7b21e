package org.xueshi.policy;

/** What a registration may ask besides name, document, phone and mail, which every scheme needs. */
public enum ProfileField {
    SEX,
    BIRTH_DATE,
    ETHNIC_GROUP,
    NATIVE_PLACE,
    LANDLINE,
    EDUCATION,
    MAJOR,
    SCHOOL,
    GRADUATED_ON,
    DEPARTMENT,
    TITLE,
    TITLE_SINCE,
    PHOTO
}
