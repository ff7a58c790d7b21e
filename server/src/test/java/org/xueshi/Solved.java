package org.xueshi;

import java.nio.ByteBuffer;
import org.xueshi.platform.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers challenges as a patient browser does. */
public final class Solved {

    private Solved() {}

    /** The answer to a fresh challenge, to be put into a form. */
    public static JsonNode challenge(Browser browser, JsonMapper json) {
        JsonNode given = browser.get(null, "/api/public/challenge").expect(200).body();
        String salt = given.get("salt").asString();
        int bits = given.get("bits").asInt();
        int work = 0;
        while (ByteBuffer.wrap(Sha256.of(salt + ":" + work)).getInt() >>> (Integer.SIZE - bits) != 0) {
            work++;
        }
        return json.createObjectNode()
                .put("token", given.get("token").asString())
                .put("work", Integer.toString(work));
    }
}
