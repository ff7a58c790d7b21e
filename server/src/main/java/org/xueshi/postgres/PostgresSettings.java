package org.xueshi.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the embedded server runs; ignored when {@code spring.datasource.url} is set.
 *
 * @param directory the cluster, the programs and the server's log live below it
 * @param port the port on 127.0.0.1; 0 picks a free one at every start
 * @param sharedBuffers PostgreSQL's {@code shared_buffers}
 * @param maxConnections PostgreSQL's {@code max_connections}
 */
@ConfigurationProperties("xueshi.postgres")
record PostgresSettings(
        @DefaultValue("data/postgres") Path directory,
        @DefaultValue("0") int port,
        @DefaultValue("256MB") String sharedBuffers,
        @DefaultValue("60") int maxConnections) {}
