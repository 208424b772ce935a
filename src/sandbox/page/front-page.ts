import type { Assets } from './load-assets.ts';

/** Stylesheets count by their order: what comes later may refine what came before. */
const STYLES = [
  'tokens',
  'base',
  'parts',
  'frame',
  'sidebar',
  'messages',
  'threads',
  'text',
  'blocks',
  'buttons',
  'tables',
  'fields',
  'composer',
  'modal',
  'board',
  'activity',
  'top',
  'tour',
  'narrow',
  'tablet',
  'phone',
];

/**
 * The one HTML document. The token is base64url, so nothing in here needs escaping. Each module is named up front:
 * otherwise the browser would discover them import by import, one round trip a level.
 */
export function renderFrontPage(assets: Assets, token: string): string {
  const styles = STYLES.map((name) => `<link rel="stylesheet" href="/assets/styles/${name}.css">`);
  const modules = [...assets.values()]
    .filter((asset) => asset.contentType.startsWith('text/javascript'))
    .map((asset) => `<link rel="modulepreload" href="/assets/${asset.path}">`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="sandbox-token" content="${token}">
<title>Countersign sandbox</title>
<link rel="icon" type="image/svg+xml" href="/assets/mark.svg">
${styles.join('\n')}
${modules.join('\n')}
</head>
<body>
<div id="root"><p class="boot">Opening the sandbox…</p></div>
<noscript><p class="boot">The sandbox is a page of JavaScript. Allow it for this address and reload.</p></noscript>
<script type="module" src="/assets/main.ts"></script>
</body>
</html>
`;
}
