package org.xueshi.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP connection. As little client as possible: on a small machine it takes its share of the processors from the
 * server that is measured.
 */
public final class Wire implements AutoCloseable {

    private final int port;
    private final byte[] buffer = new byte[1 << 16];
    private @Nullable Socket socket;
    private int from;
    private int to;

    public Wire(int port) {
        this.port = port;
    }

    /** Sends and waits. A connection that the server had closed meanwhile is opened again: every write carries its own key. */
    public Answer send(Request request) {
        try {
            boolean reused = socket != null;
            try {
                return exchange(request);
            } catch (IOException closed) {
                close();
                if (!reused) {
                    throw closed;
                }
                return exchange(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer exchange(Request request) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request.bytes());
        InputStream in = open.getInputStream();
        int status = Integer.parseInt(line(in).substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection: close")) {
                last = true;
            }
        }
        byte[] body = chunked ? chunks(in) : bytes(in, length);
        if (last) {
            close();
        }
        return new Answer(status, body);
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            socket = open;
            from = 0;
            to = 0;
        }
        return open;
    }

    private byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(bytes(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private String line(InputStream in) throws IOException {
        for (int i = from; ; i++) {
            if (i == to) {
                int start = from;
                fill(in);
                i -= start - from;
            }
            if (buffer[i] == '\n') {
                String line = new String(buffer, from, i - 1 - from, StandardCharsets.US_ASCII);
                from = i + 1;
                return line;
            }
        }
    }

    private byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int have = Math.min(length, to - from);
        System.arraycopy(buffer, from, bytes, 0, have);
        from += have;
        if (in.readNBytes(bytes, have, length - have) < length - have) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Reads more, behind what was not yet taken. */
    private void fill(InputStream in) throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException();
        }
        to += read;
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
