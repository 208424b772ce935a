import { describe, expect, it } from 'vitest';
import { loadAssets } from '#sandbox/page/load-assets.ts';
import { renderFrontPage } from '#sandbox/page/front-page.ts';

const assets = await loadAssets();

describe('the front end', () => {
  it('is served without types, as JavaScript', () => {
    const main = assets.get('main.ts');
    expect(main?.contentType).toContain('text/javascript');
    expect(main?.body).not.toContain('import type');
  });

  it('brings preact from the installed package, not from a network', () => {
    expect(assets.get('vendor/preact.js')?.body).toContain('export{');
    for (const { path, body } of assets.values()) expect(body, path).not.toMatch(/(?:from|import\()\s*['"]https?:/);
  });

  it('imports only what is served', () => {
    for (const { path, body } of assets.values()) {
      for (const [, target = ''] of body.matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gms)) {
        const resolved = new URL(target, `http://page/${path}`).pathname.slice(1);
        expect(assets.has(resolved), `${path} imports ${target}`).toBe(true);
      }
    }
  });

  it('serves declarations and stray paths to nobody', () => {
    expect(assets.has('vendor/preact.d.ts')).toBe(false);
    expect(assets.has('../start.ts')).toBe(false);
  });

  it('names every stylesheet and module in the document', () => {
    const html = renderFrontPage(assets, 'token');
    for (const { path, contentType } of assets.values()) {
      if (contentType.startsWith('text/css') || contentType.startsWith('text/javascript')) {
        expect(html).toContain(`"/assets/${path}"`);
      }
    }
  });

  it('never writes HTML from a string', () => {
    for (const { path, body } of assets.values()) {
      if (path.startsWith('vendor/')) continue;
      expect(body, path).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet|eval\(/);
    }
  });
});
