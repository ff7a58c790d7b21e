package org.xueshi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the platform. */
@Modulithic(
        systemName = "Xueshi",
        sharedModules = {"platform", "vault", "files", "postgres"})
@SpringBootApplication
public class XueshiApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(XueshiApplication.class, arguments);
    }
}
