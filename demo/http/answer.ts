/** What the server says to one request. */
export type Answer =
  | { readonly kind: 'page'; readonly status: 200 | 404; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'file'; readonly type: string; readonly text: string }
  /** After something was changed: the page that shows it. */
  | { readonly kind: 'see'; readonly address: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 405 | 413; readonly why: string };

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A form's fields, as they were sent. */
export type Fields = URLSearchParams;

export const refused = (why: string): Answer => ({ kind: 'refused', status: 400, why });
