import type { Endpoint } from './endpoint.ts';

export interface PathMatch {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

/** Every endpoint whose template fits the path, whatever its method; a literal segment goes before a named one. */
export function matchPath(endpoints: readonly Endpoint[], path: string): readonly PathMatch[] {
  const segments = path.split('/').map(decoded);
  return endpoints
    .flatMap((endpoint) => {
      const params = paramsOf(endpoint.template.split('/'), segments);
      return params === null ? [] : [{ endpoint, params }];
    })
    .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length);
}

function paramsOf(template: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (template.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const actual = segments[index] ?? '';
    if (!expected.startsWith('{')) {
      if (expected !== actual) return null;
    } else if (actual === '') {
      return null;
    } else {
      params[expected.slice(1, -1)] = actual;
    }
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken escape names nothing; left as it is, it leads to a 404.
    return segment;
  }
}
