package org.xueshi.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that may forget what it acknowledged is not served from, whoever started it. */
class DurabilityTest {

    @ParameterizedTest
    @CsvSource({"fsync, off, on, on", "full_page_writes, on, off, on", "synchronous_commit, on, on, off"})
    void aServerThatMayForgetWhatItAcknowledgedIsRefusedAndTheSettingIsNamed(
            String named, String fsync, String fullPages, String commit) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", fsync)
                .setServerConfig("full_page_writes", fullPages)
                .setServerConfig("synchronous_commit", commit)
                .start()) {
            DataSource database = server.getPostgresDatabase();
            assertThatThrownBy(() -> Durability.demand(database))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(named + "=off")
                    .hasMessageContaining("acknowledged writes could be lost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void aServerThatWritesBeforeItAcknowledgesIsServedFrom(String commit) {
        assertThatCode(() -> Durability.demand(with("synchronous_commit=" + commit)))
                .doesNotThrowAnyException();
    }

    @Test
    void aSettingOfTheApplicationsOwnSessionCountsAsWell() {
        assertThatThrownBy(() -> Durability.demand(with("synchronous_commit=off")))
                .hasMessageContaining("synchronous_commit=off");
    }

    private static DataSource with(String setting) {
        PGSimpleDataSource source = ScratchServer.source();
        source.setOptions("-c " + setting);
        return source;
    }
}
