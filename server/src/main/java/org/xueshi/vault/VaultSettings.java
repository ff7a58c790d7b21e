package org.xueshi.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param masterKey the file of the master key; keep it off the disk and the backups of the database
 * @param suite the algorithms to write with; values written with the other one stay readable
 */
@ConfigurationProperties("xueshi.vault")
record VaultSettings(
        @DefaultValue("data/secrets/master.key") Path masterKey,
        @DefaultValue("SM") CipherSuite suite) {}
