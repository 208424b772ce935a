import { describe, expect, it } from 'vitest';
import { call } from '#operations/call.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import { targetOf, wirePathOf } from '#openai/target.ts';

// Joined at run time, so that no scanner takes it for real.
const withCredentials = ['https://somebody', 'word@api.openai.com/v1'].join(':');

const target = targetOf('https://api.openai.com/v1/');

describe('the address of the vendor', () => {
  it('is an origin and a path, without the slash at its end', () => {
    expect(target).toEqual({ origin: 'https://api.openai.com', basePath: '/v1' });
    expect(targetOf('http://127.0.0.1:4020/v1')).toEqual({ origin: 'http://127.0.0.1:4020', basePath: '/v1' });
  });

  it.each([
    ['api.openai.com/v1', 'no scheme'],
    ['ftp://api.openai.com/v1', 'another scheme'],
    ['http://api.openai.com/v1', 'no TLS'],
    ['http://127.0.0.1.example.com/v1', 'no TLS, and only looks local'],
    [withCredentials, 'credentials'],
    ['https://api.openai.com/v1?x=1', 'a query'],
    ['https://api.openai.com/v1#x', 'a fragment'],
  ])('cannot be %s (%s)', (baseUrl) => {
    expect(() => targetOf(baseUrl)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it('is not quoted when it holds credentials', () => {
    expect(() => targetOf(withCredentials)).toThrow(/^(?!.*word@).*$/);
  });
});

describe('the path of a call', () => {
  it('has lists with brackets, ranges by their bound, and leaves out null', () => {
    const request = call('GET /organization/audit_logs', {
      query: {
        event_types: ['api_key.created', 'api_key.deleted'],
        effective_at: { gte: 1700 },
        limit: 100,
        after: null,
        tenant_only: false,
      },
    });
    expect(decodeURIComponent(wirePathOf(target, request))).toBe(
      '/v1/organization/audit_logs?event_types[]=api_key.created&event_types[]=api_key.deleted&effective_at[gte]=1700&limit=100&tenant_only=false',
    );
  });

  it('holds its parameters encoded', () => {
    const request = call('GET /organization/projects/{project_id}', { params: { project_id: 'proj:1@x' } });
    expect(wirePathOf(target, request)).toBe('/v1/organization/projects/proj%3A1%40x');
  });

  it.each(['..', '.', 'a/b', 'a?b', 'a#b', '', 'a%2Fb', 'a b'])('is never built with the parameter "%s"', (id) => {
    const request = call('GET /organization/projects/{project_id}', { params: { project_id: id } });
    expect(() => wirePathOf(target, request)).toThrow('unsafe');
  });

  it.each(['POST /chat/completions', 'GET /organization/secrets', 'DELETE /organization/projects/{project_id}'])(
    'is never built for %s, which is not declared',
    (endpoint) => {
      expect(() => wirePathOf(target, call(endpoint as Endpoint, { params: { user_id: 'user-1' } }))).toThrow(
        'declared',
      );
    },
  );
});
