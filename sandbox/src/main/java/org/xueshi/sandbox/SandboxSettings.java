package org.xueshi.sandbox;

/**
 * Where the sandbox listens, on loopback.
 *
 * @param smtpPort 0 for any that is free, as {@code webPort}
 */
record SandboxSettings(int smtpPort, int webPort) {

    static final SandboxSettings USUAL = new SandboxSettings(2525, 8025);

    /** @throws IllegalArgumentException when an argument is none of {@code --smtp-port=} and {@code --web-port=} */
    static SandboxSettings of(String... arguments) {
        SandboxSettings settings = USUAL;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings = switch (argument.substring(0, equals + 1)) {
                case "--smtp-port=" -> new SandboxSettings(port(argument, equals), settings.webPort);
                case "--web-port=" -> new SandboxSettings(settings.smtpPort, port(argument, equals));
                default -> throw new IllegalArgumentException("No such argument: " + argument);
            };
        }
        return settings;
    }

    private static int port(String argument, int equals) {
        String digits = argument.substring(equals + 1);
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
            throw new IllegalArgumentException("Not a port: " + argument);
        }
        return Integer.parseInt(digits);
    }
}
