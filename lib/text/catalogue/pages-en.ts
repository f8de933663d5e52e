/** English of the extension's own pages: keys begin with `popup.`, `options.` or `welcome.`. */
export const pages = {} as const;
