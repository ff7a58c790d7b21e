package org.xueshi.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server's programs, unpacked. */
class PostgresBinariesTest {

    @Test
    void whatAKilledStartLeftHalfUnpackedIsThrownAway() throws Exception {
        Path home = ScratchServer.folder("binaries-");
        Path half = Files.createDirectories(home.resolve("server-unpacking/lib"));
        Files.createSymbolicLink(half.resolve("libicuuc.so"), Path.of("libicuuc.so.60.2"));

        Path programs = PostgresBinaries.unpack(home);

        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).containsExactly(programs);
        }
        assertThat(Files.isExecutable(programs.resolve("bin/postgres"))).isTrue();
        assertThat(Files.isExecutable(programs.resolve("bin/initdb"))).isTrue();
        assertThat(PostgresBinaries.unpack(home)).as("unpacked once").isEqualTo(programs);
    }
}
