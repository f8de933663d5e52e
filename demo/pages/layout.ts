import { AGENT } from '../desk/ticket.ts';
import { attributes, html, type Html } from './html.ts';
import { face } from './words.ts';
import { VIEWS, type View } from './views.ts';

export interface Content {
  readonly title: string;
  /** Which place in the side bar is lit: a view, `people`, `new-ticket`, or `none`. */
  readonly place: string;
  readonly main: Html;
  /** How many tickets stand in each list. */
  readonly counts: Readonly<Record<View['id'], number>>;
}

/** What the page says about itself to Noclaims; the rest are attributes on what it shows. */
const DECLARATION = html`<meta name="noclaims" content="1; history=/api/history; compose=/tickets/new" />`;

const STYLES = ['desk', 'lists', 'ticket', 'forms'];

/** A whole page. Without the script every link and form works all the same. */
export function page({ title, place, main, counts }: Content): string {
  const item = (id: Content['place'], href: string, name: string, count?: number): Html => {
    const current = attributes({ 'aria-current': id === place ? 'page' : undefined });
    return html`<li>
      <a href="${href}" ${current}>${name}${count !== undefined && html` <span class="count">${count}</span>`}</a>
    </li>`;
  };
  const { html: text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${DECLARATION}
        <title>${title} · Harbour Desk</title>
        <link rel="icon" href="/desk.svg" />
        ${STYLES.map((name) => html`<link rel="stylesheet" href="/${name}.css" />`)}
        <script src="/desk.js" defer></script>
      </head>
      <body>
        <header class="side">
          <a class="brand" href="/"><img src="/desk.svg" alt="" width="28" height="28" />Harbour Desk</a>
          <a class="button" href="/tickets/new">New ticket</a>
          <nav aria-label="Lists">
            <ul>
              ${VIEWS.map(({ id, name }) => item(id, `/?view=${id}`, name, counts[id] ?? 0))}
            </ul>
          </nav>
          <nav aria-label="Directory">
            <ul>
              ${item('people', '/people', 'People')}
            </ul>
          </nav>
          <p class="me">
            ${face(AGENT.name)}<span>${AGENT.name}<small>Support agent</small></span>
          </p>
        </header>
        <main data-noclaims-pane>${main}</main>
      </body>
    </html> `;
  return text;
}
