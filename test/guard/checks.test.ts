import { describe, expect, it } from 'vitest';

import { withoutReason } from '../../scripts/check/dependencies.ts';
import { differences } from '../../scripts/check/manifests.ts';
import { objections } from '../../scripts/check/package-lint.ts';

describe('the manifest', () => {
  const stored = { name: 'Noclaims', permissions: ['storage'] };

  it.each([
    { change: 'none', built: { permissions: ['storage'], name: 'Noclaims' }, keys: [] },
    { change: 'a permission more', built: { ...stored, permissions: ['storage', 'tabs'] }, keys: ['permissions'] },
    { change: 'a key more', built: { ...stored, web_accessible_resources: [] }, keys: ['web_accessible_resources'] },
    { change: 'a key less', built: { name: 'Noclaims' }, keys: ['permissions'] },
  ])('with $change differs in $keys', ({ built, keys }) => {
    expect(differences(stored, built).map((line) => line.split(' ')[0])).toEqual(keys);
  });
});

describe('the reasons of dependencies', () => {
  const explained = '| package | for |\n| --- | --- |\n| `dexie` | the record |\n| `preact` | faces |\n';

  it('misses one that nobody explained, and one that nobody uses', () => {
    expect(withoutReason(['dexie', 'moment'], explained)).toEqual([
      'moment has no row in docs/DEPENDENCIES.md.',
      'preact stands in docs/DEPENDENCIES.md and is not used.',
    ]);
  });
});

describe("the add-on site's opinion", () => {
  const known = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'innerHTML', file: 'popup.js' };

  it('is taken but for what Preact brings', () => {
    const error = { code: 'JSON_INVALID', message: 'not JSON' };
    expect(objections({ errors: [error], warnings: [known] })).toEqual(['JSON_INVALID in the package: not JSON']);
  });
});
