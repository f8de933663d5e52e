import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { rooms } from '../../.dependency-cruiser.mjs';
import { homeless } from '../../scripts/check/repository.ts';

const table: Readonly<Record<string, { readonly values?: readonly string[]; readonly types?: readonly string[] }>> =
  rooms;

describe('the table of rooms', () => {
  it('has a row for every room of lib', () => {
    expect(homeless(globSync('lib/*/').map((room) => `${room}/file.ts`))).toEqual([]);
  });

  it('has no row for a room that does not exist', () => {
    expect(Object.keys(table).filter((room) => globSync(room).length === 0)).toEqual([]);
  });

  it.each(Object.entries(table))('%s opens doors only to rooms that exist', (_, { values = [], types = [] }) => {
    expect([...values, ...types].filter((room) => !(room in table) && room !== 'lib/')).toEqual([]);
  });

  it('lets nothing into the pure core', () => {
    expect(table['lib/scoring/']).toEqual({});
    expect(table['lib/observation.ts']).toEqual({});
  });

  it('is the one that the architecture draws', () => {
    const drawn = readFileSync('docs/ARCHITECTURE.md', 'utf8');
    const rows = new Map(
      [...drawn.matchAll(/^\| `([^`]+)` *\|(.*)\|(.*)\|$/gm)].map(([, room, ...cells]) => [room, cells.map(named)]),
    );
    for (const [room, { values = [], types = [] }] of Object.entries(table)) {
      expect({ room, opensTo: rows.get(room) }).toEqual({ room, opensTo: [values, types] });
    }
  });
});

const named = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
