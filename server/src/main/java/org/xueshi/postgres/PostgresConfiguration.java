package org.xueshi.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xueshi.vault.SecretFile;

/** Chooses the database: the embedded server unless a URL is given. Either way it must prove its durability before it serves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresSettings.class)
class PostgresConfiguration {

    @Bean
    FlywayMigrationStrategy migrateOnlyWhatIsDurable(DataSource database) {
        return flyway -> {
            try {
                Durability.demand(database);
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be asked for its settings", e);
            }
            flyway.migrate();
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        private final Path secrets;

        Embedded(@Value("${xueshi.secrets}") Path secrets) {
            this.secrets = secrets;
        }

        @Bean
        PostgresServer postgresServer(PostgresSettings settings)
                throws IOException, InterruptedException, SQLException {
            PostgresServer server = new PostgresServer(settings, secrets);
            PostgresRoles.ensure(
                    server, ownerPassword().text(), applicationPassword().text());
            return server;
        }

        @Bean
        JdbcConnectionDetails applicationConnection(PostgresServer server) throws IOException {
            return new Login(
                    server, PostgresRoles.APPLICATION, applicationPassword().text());
        }

        @Bean
        FlywayConnectionDetails ownerConnection(PostgresServer server) throws IOException {
            String password = ownerPassword().text();
            return new FlywayConnectionDetails() {
                @Override
                public String getUsername() {
                    return PostgresRoles.OWNER;
                }

                @Override
                public String getPassword() {
                    return password;
                }

                @Override
                public String getJdbcUrl() {
                    return server.jdbcUrl(PostgresRoles.DATABASE);
                }
            };
        }

        private SecretFile ownerPassword() throws IOException {
            return SecretFile.createdOnce(secrets.resolve("postgres-owner.password"));
        }

        private SecretFile applicationPassword() throws IOException {
            return SecretFile.createdOnce(secrets.resolve("postgres-application.password"));
        }
    }

    private record Login(PostgresServer server, String user, String secret) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }

        @Override
        public String getJdbcUrl() {
            return server.jdbcUrl(PostgresRoles.DATABASE);
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
