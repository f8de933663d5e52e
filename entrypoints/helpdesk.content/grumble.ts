/** What went wrong, for whoever looks into the console; the page goes on without us. */
export const grumble = (error: unknown): void => console.info('Noclaims:', error);
