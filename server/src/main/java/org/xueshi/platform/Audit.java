package org.xueshi.platform;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes what happened that is not a change of state: a login, a look at a full ID number, a role given. Changes of state are noted
 * by the database itself. Never hand in an ID number, a phone or a password.
 */
@Component
public class Audit {

    private final DSLContext database;
    private final JsonMapper json;

    Audit(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Must be called within a transaction: the note stays or goes with what it tells of. */
    public void note(String action, @Nullable Long entityId, @Nullable Object detail) {
        // A write first, so that the database knows who acts before the function asks.
        JSONB facts = detail == null ? null : JSONB.jsonb(json.writeValueAsString(detail));
        database.query(
                        "call platform.note({0}, {1}, {2})",
                        DSL.val(action), DSL.val(entityId, SQLDataType.BIGINT), DSL.val(facts, SQLDataType.JSONB))
                .execute();
    }
}
