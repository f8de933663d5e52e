// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { recognised } from '@/lib/helpdesks';

import { pageOf, storedPage } from './stored';

const rtPage = (config: string, body = 'comp-Ticket-Display') =>
  pageOf(
    `<body id="${body}"><script>window.RT = {};\nRT.CurrentUser = {"id":27};\n${config}\n</script></body>`,
    'https://desk.example.org/',
  );

describe('the helpdesk of a page', () => {
  it('is told with the path below which it lives', () => {
    expect(recognised(storedPage('rt', 'merged-german').page)).toEqual({ adapterId: 'rt', basePath: '/rt' });
    expect(recognised(storedPage('marked-up', 'list').page)).toEqual({ adapterId: 'marked-up', basePath: '/desk' });
  });

  it.each([
    ['a shop', '<body id="shop"><h1>#12: Boots</h1></body>'],
    ['a page that only calls itself RT’s', '<body id="comp-Ticket-Display"><h1>#12: Boots</h1></body>'],
    ['a page that only talks of it', '<body><script>RT.Config = {"WebPath":""};</script></body>'],
    ['markup in what a customer wrote', '<body><meta name="noclaims" content="1"><p>hello</p></body>'],
    ['an empty document', ''],
  ])('is none for %s', (_, html) => {
    expect(recognised(pageOf(html, 'https://shop.example.org/'))).toBeUndefined();
  });

  it.each([
    ['RT.Config      = {"WebPath":"\\/rt"};', '/rt'],
    ['RT.Config      = {"WebPath":""};', ''],
    ['RT.Config      = {};', ''],
    ['RT.Config      = {"WebPath":"//evil.example"};', ''],
    ['RT.Config      = {"WebPath":"/rt?x="};', ''],
    ['RT.Config      = {"WebPath":7};', ''],
  ])('lies for %s below “%s”', (config, basePath) => {
    expect(recognised(rtPage(config))).toEqual({ adapterId: 'rt', basePath });
  });

  it.each(['RT.Config = {broken};', 'RT.Config = {};;', 'RT.Config = load();'])(
    'is read as text, never run: %s',
    (config) => {
      expect(() => recognised(rtPage(config))).not.toThrow();
    },
  );

  it('is none for the pages that RT shows to customers', () => {
    expect(recognised(rtPage('RT.Config = {};', 'comp-SelfService-Display'))).toBeUndefined();
    const privileged = pageOf(
      '<body id="comp-index"><script>\nRT.CurrentUser = {"id":59,"Privileged":false};\nRT.Config = {};</script></body>',
      'https://desk.example.org/',
    );
    expect(recognised(privileged)).toBeUndefined();
  });
});
