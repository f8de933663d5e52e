# Sourced by up, seed and down: where this test bed lives and how its Request Tracker is reached.
# Everything that is written goes below RT5_HOME, which keeps itself out of git.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
home=$(realpath -m "${RT5_HOME:-$project/.testbeds/rt5}")
port=${RT5_PORT:-8765}
web_path=${RT5_WEB_PATH:-} # such as /rt, as on many real desks
origin=http://127.0.0.1:$port
url=$origin$web_path
pidfile=$home/server.pid
export RT_SITE_CONFIG=$home/RT_SiteConfig.pm # read instead of the one in /etc
export RT_SITE_CONFIG_DIR=/dev/null          # and no further snippets

say() { printf 'rt5: %s\n' "$*" >&2; }
fail() { say "$1"; exit 1; }
# For a runner: this machine cannot have the test bed, which says nothing about Noclaims.
cannot() { say "skipped: $1"; exit 3; }

# The pid of the server that `up` started, if that process is still there and still an RT server.
server_pid() {
  local pid
  pid=$(cat "$pidfile" 2>/dev/null) || return 1
  tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q 'rt-server' && echo "$pid"
}
answers() { curl -fsS -o /dev/null --max-time 20 "$url/" 2>/dev/null; }
