import { registerHooks } from 'node:module';

/** Lets Node itself run what lib/ holds: `@/` is the project's root, and modules there are named without their ending. */
const ROOT = new URL('../', import.meta.url).href;
const LIB = `${ROOT}lib/`;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('@/')) return next(`${ROOT}${specifier.slice(2)}.ts`, context);
    const isNeighbour = specifier.startsWith('./') && context.parentURL?.startsWith(LIB);
    return next(isNeighbour ? `${specifier}.ts` : specifier, context);
  },
});
