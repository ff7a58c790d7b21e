package org.xueshi.sandbox;

import java.io.IOException;

/** Starts the sandbox: {@code java -jar sandbox.jar [--smtp-port=2525] [--web-port=8025]}. */
public final class Sandbox implements AutoCloseable {

    private final MailServer mailServer;
    private final MailboxWeb web;

    Sandbox(SandboxSettings settings) throws IOException, InterruptedException {
        Mailbox mailbox = new Mailbox();
        this.web = new MailboxWeb(settings.webPort(), mailbox);
        try {
            this.mailServer = new MailServer(settings.smtpPort(), mailbox);
        } catch (RuntimeException | InterruptedException e) {
            web.close();
            throw e;
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Sandbox sandbox = new Sandbox(SandboxSettings.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
            System.out.println("mail in:  smtp://127.0.0.1:" + sandbox.smtpPort());
            System.out.println("mailbox:  http://127.0.0.1:" + sandbox.webPort() + "/");
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: java -jar sandbox.jar [--smtp-port=2525] [--web-port=8025]");
            System.exit(2);
        }
    }

    int smtpPort() {
        return mailServer.port();
    }

    int webPort() {
        return web.port();
    }

    @Override
    public void close() {
        mailServer.close();
        web.close();
    }
}
