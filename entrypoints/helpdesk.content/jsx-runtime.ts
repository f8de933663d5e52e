/** The build puts it in the place of Preact's: what a component says, for `paint` to draw. */
export const jsx = (type: unknown, props: unknown): object => ({ type, props });
export { jsx as jsxs };
