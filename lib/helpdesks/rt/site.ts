import type { Page } from '@/lib/helpdesks/adapter';

/** What RT says of itself in every page: `Elements/JavascriptConfig`, the same in 5.0.0 to 5.0.8. */
export interface Site {
  /** Where RT lives on its host: '' or '/rt'. */
  readonly webPath: string;
  /** Who is logged in; undefined on the login page. */
  readonly agent: { readonly userId: string; readonly email: string } | undefined;
  /** A customer in the self-service pages, whom none of this concerns. */
  readonly isSelfService: boolean;
  /** The component that made the page, `Ticket-Display`. */
  readonly component: string;
}

/** What a page says of itself does not change while its script is there, and is asked for at every look. */
const known = new WeakMap<Document, { readonly script: Element; readonly site: Site }>();

/** Undefined when the page is none of RT's. */
export function siteOf({ document }: Page): Site | undefined {
  const before = known.get(document);
  if (before?.script.isConnected) return before.site;
  const component = document.body?.id.match(/^comp-(.+)$/)?.[1];
  if (!component) return undefined;
  const script = [...document.querySelectorAll('script:not([src])')].find((one) =>
    one.textContent?.includes('RT.Config'),
  );
  const config = assigned(script, 'RT.Config');
  if (!config) return undefined;
  const { WebPath: path = '' } = config;
  const user = assigned(script, 'RT.CurrentUser') ?? {};
  const site = {
    component,
    webPath: typeof path === 'string' && /^(\/[^/?#]+)+$/.test(path) ? path : '',
    agent: agentOf(user),
    isSelfService: component.startsWith('SelfService') || user['Privileged'] === false,
  };
  if (script) known.set(document, { script, site });
  return site;
}

function agentOf({ id, EmailAddress: email }: Readonly<Record<string, unknown>>): Site['agent'] {
  if (typeof id !== 'number' && typeof id !== 'string') return undefined;
  return { userId: String(id), email: typeof email === 'string' ? email : '' };
}

/** The object that a line of the script assigns. A content script sees no variable of the page, so its text is read. */
function assigned(script: Element | undefined, name: string): Readonly<Record<string, unknown>> | undefined {
  const [, text = ''] = script?.textContent?.match(new RegExp(`^${name}\\s*= (\\{.*\\});$`, 'm')) ?? [];
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // not written as any RT known writes it, so this page is not taken for one
  }
}
