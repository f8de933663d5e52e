/** Where in the popup one is. */
export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'find' }
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'log'; readonly who?: Person };

export interface Person {
  readonly customerId: string;
  readonly name: string;
}
