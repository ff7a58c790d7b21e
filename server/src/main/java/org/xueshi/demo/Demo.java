package org.xueshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xueshi.platform.SetUpOpened;
import org.xueshi.vault.SecretFile;

/** Enters the demo province into an empty platform at its first start, and prints its people at every start. */
@Component
@ConditionalOnProperty("xueshi.demo")
class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final DemoProvince province;
    private final Path table;
    private final String address;

    Demo(DemoProvince province, @Value("${xueshi.secrets}") Path secrets, @Value("${xueshi.address}") String address) {
        this.province = province;
        this.table = secrets.resolve("demo-people.txt");
        this.address = address;
    }

    /** In a thread of its own: the province is entered by HTTP, while the platform is already serving. */
    @EventListener
    void on(SetUpOpened opened) {
        Thread.ofVirtual().name("demo").start(() -> {
            try {
                List<DemoPerson> people = province.enter(opened.token());
                new SecretFile(table).write(DemoTable.of(people));
                print();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                log.error("The demo province could not be entered", e);
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2000)
    void printAgain() throws IOException {
        if (Files.exists(table)) {
            print();
        }
    }

    private void print() throws IOException {
        System.out.printf(
                "%n  学时平台（演示）  %s%n%n%s%n  演示人员与单位均为虚构。Made-up people of the demo province.%n%n",
                address, Files.readString(table));
    }
}
