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

# Whether something that goes into the jars of the given modules is newer than they are.
jars_are_stale() {
    local module jar
    for module in "$@"; do
        jar="$(jar_of "$module")"
        [ -f "$jar" ] || return 0
        [ -z "$(find "$root/server/src" "$root/sandbox/src" "$root/bench/src" "$root/web/src" "$root/web/index.html" \
            "$root/web/package-lock.json" "$root/web/public" "$root/policies" "$root/api" "$root"/pom.xml "$root"/*/pom.xml \
            -newer "$jar" -type f -not -path '*/test/*' -print -quit 2>/dev/null)" ] || return 0
    done
    return 1
}

jar_of() {
    if [ "$1" = server ]; then echo "$root/server/target/xueshi.jar"; else echo "$root/$1/target/$1.jar"; fi
}

# Builds the server and the sandbox, and the modules named beside.
build_jars() {
    use_java_25
    need_node
    local module modules=(server sandbox "$@")
    if jars_are_stale "${modules[@]}"; then
        echo "Building (the first time this takes some minutes) ..."
        maven --quiet -DskipTests -pl "$(IFS=,; echo "${modules[*]}")" package
        # A reproducible build dates its jars back; from here on their age counts.
        for module in "${modules[@]}"; do
            touch "$(jar_of "$module")"
        done
    fi
}
