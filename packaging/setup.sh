# What ./easel and ./mvnw share: finding a JDK 25, Maven, and the system libraries that JavaFX
# needs on Linux. Sourced, POSIX sh. Everything it says goes to standard error.

say() { printf '%s\n' "$*" >&2; }
die() { say "easel: $*"; exit 3; }

# 0 when the folder holds a JDK 25 or newer (a JRE cannot build). Reads the release file: no JVM is started.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${major:-0}" -ge 25 ] 2>/dev/null
}

# Sets and exports JAVA_HOME.
find_jdk() {
    on_path=$(command -v javac || true)
    [ -n "$on_path" ] && on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path") && on_path=${on_path%/bin/javac}
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$home" ] && is_jdk_25 "$home"; then
            JAVA_HOME=$home
            export JAVA_HOME
            return
        fi
    done
    die "no JDK 25 or newer was found. Install one (for instance Eclipse Temurin 25) or set JAVA_HOME to it."
}

package_manager() {
    for manager in apt-get dnf pacman zypper; do
        command -v $manager >/dev/null 2>&1 && { echo $manager; return; }
    done
}

# install_packages PACKAGE...: asks first when somebody sits at a terminal, and uses sudo when not root.
install_packages() {
    manager=$(package_manager)
    [ -n "$manager" ] || return 1
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    if [ -n "$sudo" ] && ! command -v sudo >/dev/null 2>&1; then
        return 1 # the caller says what to install
    fi
    if [ -t 0 ] && [ -t 2 ]; then
        printf 'Install %s with %s now? [Y/n] ' "$*" "$manager" >&2
        read -r answer || return 1
        case $answer in [nN]*) return 1 ;; esac
    fi
    case $manager in
        apt-get)
            # Lists may be old or absent on a fresh machine, which may also be updating itself just now.
            $sudo apt-get update -qq -o DPkg::Lock::Timeout=120 >&2 || true
            # shellcheck disable=SC2046 # a list of words is meant
            $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
                -o DPkg::Lock::Timeout=120 --no-install-recommends $(known_names "$@") >&2 ;;
        dnf) $sudo dnf install -y -q "$@" >&2 ;;
        pacman) $sudo pacman -Sy --noconfirm --needed "$@" >&2 ;;
        zypper) $sudo zypper --non-interactive install "$@" >&2 ;;
    esac
}

# Of each NEW|OLD the first that apt knows, or else the last: Debian and Ubuntu renamed some libraries.
# Right only after apt-get update: images come without lists.
known_names() {
    for names in "$@"; do
        for name in $(echo "$names" | tr '|' ' '); do
            apt-cache show "$name" >/dev/null 2>&1 && break
        done
        echo "$name"
    done
}

packages_for() { # headless|window
    case $(package_manager) in
        apt-get)
            echo "libpango-1.0-0 libpangoft2-1.0-0 libfontconfig1 fontconfig fonts-dejavu-core libasound2t64|libasound2 libegl1 libgl1-mesa-dri"
            [ "$1" = headless ] || echo "libgtk-3-0t64|libgtk-3-0 libxtst6 libxxf86vm1 libgl1" ;;
        dnf)
            echo "pango fontconfig dejavu-sans-fonts alsa-lib mesa-libEGL mesa-dri-drivers"
            [ "$1" = headless ] || echo "gtk3 libXtst libXxf86vm mesa-libGL" ;;
        pacman)
            echo "pango fontconfig ttf-dejavu alsa-lib libglvnd mesa"
            [ "$1" = headless ] || echo "gtk3 libxtst libxxf86vm libglvnd" ;;
        zypper)
            echo "libpango-1_0-0 fontconfig dejavu-fonts libasound2 Mesa-libEGL1 Mesa-dri"
            [ "$1" = headless ] || echo "libgtk-3-0 libXtst6 libXxf86vm1 Mesa-libGL1" ;;
    esac
}

# Prints what JavaFX and the WebGL of the preview would miss, by the names their native libraries ask for.
missing_libraries() { # headless|window
    known=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true) )
    wanted="libpango-1.0.so.0 libpangoft2-1.0.so.0 libfontconfig.so.1 libfreetype.so.6 libgobject-2.0.so.0 libasound.so.2 libEGL.so.1"
    [ "$1" = headless ] || wanted="$wanted libgtk-3.so.0 libXtst.so.6 libXxf86vm.so.1 libGL.so.1"
    for library in $wanted; do
        case $known in *"$library "*) ;; *) echo "$library" ;; esac
    done
    # JavaFX dies at start-up without a single font.
    { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list 2>/dev/null | head -n 1)" ]; } || echo "fonts"
}

# ensure_libraries headless|window: names what is missing on Linux and installs it.
ensure_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_libraries "$1" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "Easel needs system libraries that are not here: $missing"
    # shellcheck disable=SC2046 # a list of words is meant
    install_packages $(packages_for "$1") || true
    # Without EGL there is no WebGL; everything else works.
    missing=$(missing_libraries "$1" | sed '/^libEGL/d' | tr '\n' ' ')
    [ -z "$missing" ] || die "still missing: ${missing% }. Install as root, then start again: $(known_names $(packages_for "$1") | tr '\n' ' ')"
}

ensure_maven() {
    command -v mvn >/dev/null 2>&1 && return
    say "Maven is needed to build Easel and is not here."
    install_packages maven || true
    command -v mvn >/dev/null 2>&1 || die "please install Apache Maven 3.8 or newer, so that 'mvn' is on the PATH."
}

# npm brings the web libraries that Maven Central does not have; without it the build goes on without them.
ensure_npm() {
    command -v npm >/dev/null 2>&1 && return
    say "npm is not here. It is needed once, for the web libraries and fonts that pages get without a network."
    case $(package_manager) in
        pacman) install_packages npm nodejs || true ;;
        "") ;;
        *) install_packages npm || true ;;
    esac
    command -v npm >/dev/null 2>&1 ||
        say "Going on without npm: pages get fewer libraries and no fonts. Install npm (Node.js) and start again to have them."
}
