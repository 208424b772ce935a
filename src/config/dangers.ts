import { createHash } from 'node:crypto';
import type { Environment } from './env.ts';
import type { Files } from './files.ts';

/** A name of the environment that can take our credentials elsewhere or lay them open without anybody touching our settings. */
interface Danger {
  readonly name: string;
  readonly isPresent: (env: Environment) => boolean;
  /** Follows "NAME is set: ". What it could do, and what to do instead. */
  readonly advice: string;
}

const isSet = (name: string) => (env: Environment) => (env[name] ?? '').trim() !== '';

// Flags that open a debugger, load foreign code before ours, weaken TLS, or write memory and keys to files.
const HARMFUL_FLAGS =
  /(^|\s)(--inspect|--require\b|-r\b|--import\b|--loader\b|--experimental-loader\b|--tls-keylog|--tls-min-v1\.[01]|--trace-tls|--heapsnapshot|--heap-prof|--insecure-http-parser|--use-env-proxy|--use-openssl-ca|--use-system-ca|--openssl-config|--report-on)/;

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];

export const dangers: readonly Danger[] = [
  {
    name: 'OPENAI_BASE_URL',
    isPresent: isSet('OPENAI_BASE_URL'),
    advice: 'other programs send keys wherever it points. Remove it; the bot reads COUNTERSIGN_OPENAI_BASE_URL.',
  },
  {
    name: 'OPENAI_CUSTOM_HEADERS',
    isPresent: isSet('OPENAI_CUSTOM_HEADERS'),
    advice: 'it can put foreign headers on calls. Remove it.',
  },
  {
    name: 'OPENAI_LOG',
    isPresent: isSet('OPENAI_LOG'),
    advice: 'it can log calls with their contents. Remove it; use LOG_LEVEL.',
  },
  {
    name: 'NODE_TLS_REJECT_UNAUTHORIZED',
    isPresent: isSet('NODE_TLS_REJECT_UNAUTHORIZED'),
    advice: 'it can switch off the check of who answers. Remove it.',
  },
  {
    name: 'SSLKEYLOGFILE',
    isPresent: isSet('SSLKEYLOGFILE'),
    advice: 'it lays open every encrypted connection. Remove it.',
  },
  {
    name: 'NODE_USE_ENV_PROXY',
    isPresent: (env) => isSet('NODE_USE_ENV_PROXY')(env) && PROXIES.some((name) => isSet(name)(env)),
    advice:
      'together with a proxy variable it sends calls through a proxy that nobody named here. Remove it; use COUNTERSIGN_PROXY.',
  },
  {
    name: 'NODE_OPTIONS',
    isPresent: (env) => HARMFUL_FLAGS.test(env['NODE_OPTIONS'] ?? ''),
    advice:
      'it, or the command line, holds a flag that opens a debugger, loads other code, weakens TLS or writes memory to a file. Start without it.',
  },
  {
    name: 'NODE_USE_SYSTEM_CA',
    isPresent: isSet('NODE_USE_SYSTEM_CA'),
    advice:
      'it trusts every authority installed on this machine. Remove it; confirm one file with COUNTERSIGN_CA_SHA256.',
  },
  {
    name: 'NODE_DEBUG',
    isPresent: isSet('NODE_DEBUG'),
    advice: 'it can print requests with their headers. Remove it.',
  },
];

/** One line for each danger found. Asked only where real credentials are at stake: the sandbox has none. */
export function findDangers(env: Environment, files: Files): readonly string[] {
  const found = dangers
    .filter((danger) => danger.isPresent(env))
    .map((danger) => `${danger.name} is set: ${danger.advice}`);
  const authority = extraAuthority(env, files);
  return authority === null ? found : [...found, authority];
}

function extraAuthority(env: Environment, files: Files): string | null {
  const path = env['NODE_EXTRA_CA_CERTS']?.trim() ?? '';
  if (path === '') return null;
  const expected = env['COUNTERSIGN_CA_SHA256']?.trim().toLowerCase() ?? '';
  if (expected === '') {
    return 'NODE_EXTRA_CA_CERTS is set: whoever owns that authority could read every credential. Remove it, or confirm the file with COUNTERSIGN_CA_SHA256.';
  }
  try {
    const actual = createHash('sha256').update(files.read(path)).digest('hex');
    return actual === expected
      ? null
      : `NODE_EXTRA_CA_CERTS: the file ${path} is not the one that COUNTERSIGN_CA_SHA256 confirms.`;
  } catch {
    return `NODE_EXTRA_CA_CERTS: the file ${path} cannot be read.`;
  }
}
