/** How long something may take before it counts as not coming, ms: a busy machine takes its time with Firefox. */
export const PATIENCE = 60_000;
