import type { UserManifest } from 'wxt';

interface Target {
  readonly browser: string;
  readonly mode: string;
}

/** The public half of a key that nobody kept: it only fixes the extension's id in Chromium. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmnMzwB074EEXFXctRep5pqVSz5JZmbRG1YFbMIuCJLF2HJTUNmZWvJLe5XiQ7tX1bfeuxHmjHcS0b/XSkOMz62M+i6AJikLeM5XjhDfEvze/e48SMlsXeD4h6sLZ6nY7YCIZzs/wp/M6OqOSGuPjOYNavbU2XlNTFoLT9FdXJ3gTvZ+hpqZQTn7E3B927lZnIadsaUd+8KavA1oWG3K4exWSQZTyz3dG7rLcdHUkIMT7BoV+Fxn9rS9UJIreu1XJpup87YpC5/1SAKX+Oo/KtXDR4eEPgzP6qPZp4kKX7+HC2sxVWlwcFF+v2ficDh5TmRhgqMjUP03lo4+530f/dwIDAQAB';

/** What a browser asks for at install. One added later would switch the extension off until the user agrees. */
const REQUIRED = ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'notifications', 'contextMenus'];

const CSP = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The same for both browsers, but for what only one of them knows. */
export function manifest({ browser, mode }: Target): UserManifest {
  const granted = mode === 'e2e' ? testHosts() : [];
  return {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    optional_host_permissions: ['*://*/*'],
    ...(granted.length > 0 && { host_permissions: granted }),
    content_security_policy: { extension_pages: CSP },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
      },
      'hide-badges': {
        description: '__MSG_commandHideBadges__',
        suggested_key: { default: 'Alt+Shift+H', mac: 'MacCtrl+Shift+H' },
      },
    },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  };
}

const CHROMIUM: UserManifest = {
  key: KEY,
  minimum_chrome_version: '148',
  message_serialization: 'structured_clone',
  permissions: [...REQUIRED, 'offscreen', 'sidePanel'],
  optional_permissions: ['downloads', 'identity', 'declarativeNetRequestWithHostAccess'],
};

/** Firefox cannot grant `identity` and request rules later; it warns of neither, so they are there from the first version. */
const FIREFOX: UserManifest = {
  permissions: [...REQUIRED, 'identity', 'declarativeNetRequestWithHostAccess'],
  optional_permissions: ['downloads'],
  browser_specific_settings: {
    gecko: {
      id: 'noclaims@noclaims.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

/** A test cannot click the browser's own prompt, so its build is granted the hosts of the test. */
function testHosts(): string[] {
  const hosts = process.env['NOCLAIMS_E2E_HOSTS'] ?? 'http://127.0.0.1/*,http://localhost/*';
  return hosts.split(',').map((host) => host.trim());
}
