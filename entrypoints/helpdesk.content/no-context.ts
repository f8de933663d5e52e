/**
 * The build puts it in the place of WXT's, which announces itself to the page by an event that the page may send as well.
 * Our script is ended by messages, and by its next version.
 */
export const ContentScriptContext = Object;
