# Shared by the scripts beside it; not to be run by itself.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# Finds a JDK 25 and makes it the one that everything below uses.
use_java_25() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25*; do
        if [ -x "$candidate/bin/java" ] && "$candidate/bin/java" -version 2>&1 | grep -q 'version "25'; then
            export JAVA_HOME="$candidate" PATH="$candidate/bin:$PATH"
            return
        fi
    done
    echo "Java 25 was not found. Install a JDK 25 (for instance Temurin 25) or set JAVA_HOME to one." >&2
    exit 1
}

need_node() {
    if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
        echo "Node.js 20.19 or newer was not found; the web interface cannot be built without it." >&2
        exit 1
    fi
}

maven() {
    (cd "$root" && ./mvnw --batch-mode --no-transfer-progress "$@")
}

# Whether something that goes into the jars is newer than they are.
jars_are_stale() {
    local jar
    for jar in "$root/server/target/xueshi.jar" "$root/sandbox/target/sandbox.jar"; do
        [ -f "$jar" ] || return 0
        [ -z "$(find "$root/server/src" "$root/sandbox/src" "$root/web/src" "$root/web/index.html" "$root/web/package-lock.json" \
            "$root/web/public" "$root/policies" "$root/api" "$root"/pom.xml "$root"/server/pom.xml "$root"/sandbox/pom.xml \
            -newer "$jar" -type f -not -path '*/test/*' -print -quit 2>/dev/null)" ] || return 0
    done
    return 1
}

build_jars() {
    use_java_25
    need_node
    if jars_are_stale; then
        echo "Building (the first time this takes some minutes) ..."
        maven --quiet -DskipTests -pl server,sandbox package
        mark_built server/target/xueshi.jar sandbox/target/sandbox.jar
    fi
}

# The jars carry the date of the release, so that two builds are the same to the byte; their age is told here.
mark_built() {
    (cd "$root" && touch "$@")
}

build_bench() {
    [ -f "$root/bench/target/bench.jar" ] && [ -z "$(find "$root/bench/src" "$root/bench/pom.xml" "$root/server/target/xueshi.jar" -newer "$root/bench/target/bench.jar" -print -quit)" ] && return
    maven --quiet -DskipTests -Dskip.web -pl server,bench package
    mark_built server/target/xueshi.jar bench/target/bench.jar
}

# Chromium and a Chinese font, which the journeys need; installed where they are missing and Debian's packages can be had.
need_browser() {
    local missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fontconfig fonts-noto-cjk)
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    echo "Installing ${missing[*]} for the journeys in a browser ..."
    if ! { "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null; then
        echo "They could not be installed. Install them by hand: apt-get install ${missing[*]}" >&2
        exit 1
    fi
}

# The web's own tools: lint, types, tests, Playwright (without its browsers: the system's Chromium is used).
need_web_tools() {
    need_node
    (cd "$root/web" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 node scripts/ensure-dependencies.mjs)
}

started=()

start_mail_box() {
    mail_smtp_port="$1" mail_web_port="$2"
    java -jar "$root/sandbox/target/sandbox.jar" --smtp-port="$1" --web-port="$2" >/dev/null 2>&1 &
    started+=($!)
}

# start_platform <folder> <port> [options]: returns when it serves. Its output is in <folder>/output.log, its pid in $platform.
start_platform() {
    local folder="$1" port="$2"
    shift 2
    mkdir -p "$folder"
    java -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xmx1g -jar "$root/server/target/xueshi.jar" \
        --server.port="$port" --management.server.port=$((port + 1)) --xueshi.data="$folder/data" \
        --spring.mail.host=127.0.0.1 --spring.mail.port="${mail_smtp_port:-2525}" "$@" >"$folder/output.log" 2>&1 &
    platform=$!
    started+=("$platform")
    for _ in $(seq 1 900); do
        answers "$port" && return
        kill -0 "$platform" 2>/dev/null || break
        sleep 0.1
    done
    tail -40 "$folder/output.log" >&2
    echo "The platform did not start." >&2
    exit 1
}

# Whether somebody answers HTTP with "200" there.
answers() {
    local status=""
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /api/public/set-up HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" >&3
    read -r -t 5 _ status _ <&3 || true
    exec 3<&-
    [ "${status%$'\r'}" = 200 ]
} 2>/dev/null

wait_for_demo() {
    for _ in $(seq 1 1800); do
        [ -s "$1/data/secrets/demo-people.txt" ] && return
        sleep 0.1
    done
    tail -40 "$1/output.log" >&2
    echo "The demo province did not appear." >&2
    exit 1
}

stop_platforms() {
    local pid
    for pid in "${started[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
    started=()
}

# walk_journeys <folder> [Playwright's options]: the province on 8480, the empty platform on 8490.
walk_journeys() {
    local ground="$1"
    shift
    rm -rf "$root/web/e2e/screenshots"
    (
        cd "$root/web"
        export XUESHI_MAILBOX="http://127.0.0.1:$mail_web_port"
        XUESHI_URL=http://localhost:8480 XUESHI_PEOPLE="$ground/province/data/secrets/demo-people.txt" \
            npx playwright test --project=province "$@"
        XUESHI_URL=http://localhost:8490 XUESHI_OUTPUT="$ground/empty/output.log" \
            npx playwright test --project=empty --pass-with-no-tests "$@"
    )
}
